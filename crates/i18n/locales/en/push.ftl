### Messages to browsers: asking for them on the page of a case, what they say, ending them.
push-news = There is news of a case.
push-title = News in this browser
push-lead = Have this browser tell you that there is news. It says nothing of the case or of you. Choose it only where the browser is yours alone.
push-begin = Tell me here
push-denied = This browser does not let the portal tell you anything. You can change that in its settings.
push-failed = This browser cannot be told at the moment. Try again later.
push-known = Told since { $date }
push-here = this browser
push-end = Stop
push-on = This browser tells you when there is news of this case.
push-off = The browser tells you nothing of this case any more.
push-account-title = Browsers that tell you
push-account-lead = They say that there is news of a case, and nothing else.
error-push-unknown = Messages cannot reach this browser. You have news as before.
error-push-too-many = As many browsers as possible are told of this case. Stop one of them first.
