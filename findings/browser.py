"""Chromium and a small server in one process; read by the scripts about browsers."""

import http.server
import shutil
import threading
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By


def serve(answer):
    """Serves `answer(method, path, body) -> (status, headers, html)`; returns the address."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            pass

        def reply(self, method):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
            status, headers, html = answer(method, self.path, body)
            page = html.encode()
            self.send_response(status)
            for name, value in {"Content-Type": "text/html; charset=utf-8", **headers}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

        def do_GET(self):
            self.reply("GET")

        def do_POST(self):
            self.reply("POST")

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://localhost:{server.server_port}"


def chromium(*arguments):
    """A browser without a window."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for argument in ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", *arguments):
        options.add_argument(argument)
    return webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))


def element(driver, name, seconds=10):
    """The element with this id, once it is there."""
    end = time.monotonic() + seconds
    while True:
        found = driver.find_elements(By.ID, name)
        if found or time.monotonic() > end:
            return found[0]
        time.sleep(0.05)
