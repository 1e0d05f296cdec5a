//! Debian's Chromium, driven by its own driver in a child process.

use std::{
    net::TcpListener,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use anyhow::{Context as _, bail};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{
    By, ChromiumLikeCapabilities as _, DesiredCapabilities, WebDriver, WebElement,
    error::{WebDriverError, WebDriverErrorInner},
};

/// Longest wait for something on a page.
const PATIENCE: Duration = Duration::from_secs(10);

/// How a browser looks at the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Width of the window in CSS pixels.
    pub width: u32,
    /// Height of the window in CSS pixels.
    pub height: u32,
    /// Whether scripts run.
    pub scripts: bool,
}

impl Look {
    /// A small old phone without scripts.
    pub const PHONE: Self = Self {
        width: 360,
        height: 740,
        scripts: false,
    };
    /// A laptop at home, with scripts.
    pub const LAPTOP: Self = Self {
        width: 1280,
        height: 800,
        scripts: true,
    };
    /// A desktop with scripts.
    pub const DESKTOP: Self = Self {
        width: 1440,
        height: 900,
        scripts: true,
    };
    /// A desktop without scripts.
    pub const PLAIN_DESKTOP: Self = Self {
        scripts: false,
        ..Self::DESKTOP
    };
}

/// A browser with a profile of its own. It ends with [`Browser::close`], or when dropped.
pub struct Browser {
    driver: WebDriver,
    chromedriver: Child,
    profile: Arc<TempDir>,
}

impl Browser {
    /// Starts a browser.
    pub async fn open(look: Look) -> anyhow::Result<Self> {
        Self::open_in(look, Arc::new(TempDir::new()?)).await
    }

    /// Starts a browser with the profile of one that ended.
    pub async fn open_in(look: Look, profile: Arc<TempDir>) -> anyhow::Result<Self> {
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let chromedriver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .context("chromedriver cannot be started; `cargo xtask test` installs it")?;
        let mut capabilities = DesiredCapabilities::chrome();
        capabilities.set_binary("/usr/bin/chromium")?;
        for argument in [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            // A microphone that hums, and is given to whoever asks.
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
        ] {
            capabilities.add_arg(argument)?;
        }
        capabilities.add_arg(&format!("--user-data-dir={}", profile.path().display()))?;
        capabilities.add_arg(&format!("--window-size={},{}", look.width, look.height))?;
        let driver = connect(port, &capabilities).await?;
        let browser = Self {
            driver,
            chromedriver,
            profile,
        };
        browser.resize(look.width, look.height).await?;
        let scripts = json!({"value": !look.scripts});
        browser
            .tell("Emulation.setScriptExecutionDisabled", scripts)
            .await?;
        Ok(browser)
    }

    /// Gives the window another size, in CSS pixels; a narrow one is a phone's.
    pub async fn resize(&self, width: u32, height: u32) -> anyhow::Result<()> {
        let size = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.tell("Emulation.setDeviceMetricsOverride", size)
            .await?;
        Ok(())
    }

    /// Forgets what was fetched before, as a browser that comes for the first time.
    pub async fn forget(&self) -> anyhow::Result<()> {
        self.tell("Network.clearBrowserCache", json!({})).await?;
        Ok(())
    }

    /// Takes a cookie for an address, as if a page there had set it.
    pub async fn take_cookie(&self, address: &str, name: &str, value: &str) -> anyhow::Result<()> {
        let cookie = json!({"url": address, "name": name, "value": value, "httpOnly": true});
        self.tell("Network.setCookie", cookie).await?;
        Ok(())
    }

    /// Forgets a cookie of an address; one that is not there is no trouble.
    pub async fn drop_cookie(&self, address: &str, name: &str) -> anyhow::Result<()> {
        let cookie = json!({"url": address, "name": name});
        self.tell("Network.deleteCookies", cookie).await?;
        Ok(())
    }

    /// What a script answers on the page, whatever the page's policy; a promise is awaited.
    pub async fn evaluate(&self, script: &str) -> anyhow::Result<Value> {
        let asked = json!({"expression": script, "awaitPromise": true, "returnByValue": true});
        let answer = self.tell("Runtime.evaluate", asked).await?;
        if let Some(trouble) = answer.get("exceptionDetails") {
            bail!("the script broke off: {trouble}");
        }
        Ok(answer["result"]["value"].clone())
    }

    /// Sends a command of the browser's own protocol.
    pub(crate) async fn tell(&self, command: &str, with: Value) -> anyhow::Result<Value> {
        Ok(self.driver.cdp().send_raw(command, with).await?)
    }

    /// Goes to an address.
    pub async fn go(&self, address: &str) -> anyhow::Result<()> {
        self.driver.goto(address).await?;
        Ok(())
    }

    /// Loads the page anew, as the browser's own button does.
    pub async fn reload(&self) -> anyhow::Result<()> {
        Ok(self.driver.refresh().await?)
    }

    /// Goes back, as the browser's own button does.
    pub async fn back(&self) -> anyhow::Result<()> {
        Ok(self.driver.back().await?)
    }

    /// The page as it stands, and what is in its fields.
    pub async fn source(&self) -> anyhow::Result<String> {
        let mut source = self.driver.source().await?;
        for field in self.driver.find_all(By::Css("input, textarea")).await? {
            source.push_str(&field.value().await?.unwrap_or_default());
        }
        Ok(source)
    }

    /// How many cookies it would send to an address.
    pub async fn cookies(&self, address: &str) -> anyhow::Result<usize> {
        let asked = json!({"urls": [address]});
        let answer = self.tell("Network.getCookies", asked).await?;
        Ok(answer["cookies"].as_array().map_or(0, Vec::len))
    }

    /// The address it is at.
    pub async fn address(&self) -> anyhow::Result<String> {
        Ok(self.driver.current_url().await?.to_string())
    }

    /// The first element that a CSS selector meets, once there is one.
    pub async fn find(&self, selector: &str) -> anyhow::Result<WebElement> {
        let begun = Instant::now();
        loop {
            if let Ok(element) = self.driver.find(By::Css(selector)).await {
                return Ok(element);
            }
            if begun.elapsed() > PATIENCE {
                bail!(
                    "nothing meets {selector} at {}:\n{}",
                    self.address().await?,
                    self.text().await?
                );
            }
        }
    }

    /// Whether a CSS selector meets anything.
    pub async fn has(&self, selector: &str) -> anyhow::Result<bool> {
        Ok(!self.driver.find_all(By::Css(selector)).await?.is_empty())
    }

    /// Clicks on something that stays on the page: a choice, a fold.
    pub async fn click(&self, selector: &str) -> anyhow::Result<()> {
        let element = self.find(selector).await?;
        element.scroll_into_view().await?;
        element.click().await?;
        Ok(())
    }

    /// Presses a button or follows a link, and waits for the next page.
    pub async fn press(&self, selector: &str) -> anyhow::Result<()> {
        let before = self.driver.find(By::Css("html")).await?.element_id();
        self.click(selector).await?;
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            // Between two pages there may be none.
            if let Ok(now) = self.driver.find(By::Css("html")).await
                && now.element_id() != before
            {
                return Ok(());
            }
        }
        bail!("{selector} led nowhere from {}", self.address().await?)
    }

    /// Types into a field, in place of what stands there.
    pub async fn fill(&self, selector: &str, text: &str) -> anyhow::Result<()> {
        let element = self.find(selector).await?;
        element.clear().await?;
        element.send_keys(text).await?;
        Ok(())
    }

    /// What stands in a field.
    pub async fn value_of(&self, selector: &str) -> anyhow::Result<String> {
        Ok(self
            .find(selector)
            .await?
            .value()
            .await?
            .unwrap_or_default())
    }

    /// Presses keys where the keyboard's focus is, once there is a page that takes them.
    pub async fn keys(&self, keys: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        loop {
            let pressed = async { self.driver.active_element().await?.send_keys(keys).await };
            match pressed.await {
                Err(error) if is_between_pages(&error) && begun.elapsed() < PATIENCE => {}
                pressed => return Ok(pressed?),
            }
        }
    }

    /// The identifier of what has the keyboard's focus; empty for what has none.
    pub async fn focused(&self) -> anyhow::Result<String> {
        let element = self.driver.active_element().await?;
        Ok(element.id().await?.unwrap_or_default())
    }

    /// Waits until the address ends so.
    pub async fn arrive(&self, end: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            if self.address().await?.ends_with(end) {
                return Ok(());
            }
        }
        bail!("it is at {} and not at …{end}", self.address().await?)
    }

    /// Waits until an expression holds, on whatever page there is.
    pub async fn until(&self, expression: &str) -> anyhow::Result<()> {
        let begun = Instant::now();
        while begun.elapsed() < PATIENCE {
            // Between two pages there is none to ask.
            if matches!(self.evaluate(expression).await, Ok(Value::Bool(true))) {
                return Ok(());
            }
        }
        bail!("{expression} does not hold at {}", self.address().await?)
    }

    /// Whether pages see a person who likes them dark.
    pub async fn likes_dark(&self, dark: bool) -> anyhow::Result<()> {
        let value = if dark { "dark" } else { "light" };
        self.driver
            .cdp()
            .send_raw(
                "Emulation.setEmulatedMedia",
                json!({"features": [
                    {"name": "prefers-color-scheme", "value": value},
                    {"name": "prefers-reduced-motion", "value": "reduce"},
                ]}),
            )
            .await?;
        Ok(())
    }

    /// Has the telephone spare data, as its owner may ask of it.
    pub async fn spare_data(&self) -> anyhow::Result<()> {
        let wish = json!({"dataSaverEnabled": true});
        self.tell("Emulation.setDataSaverOverride", wish).await?;
        Ok(())
    }

    /// Sets a file field.
    pub async fn attach(&self, selector: &str, files: &[PathBuf]) -> anyhow::Result<()> {
        let names: Vec<String> = files
            .iter()
            .map(|file| file.display().to_string())
            .collect();
        self.find(selector)
            .await?
            .send_keys(names.join("\n"))
            .await?;
        Ok(())
    }

    /// The words of the page.
    pub async fn text(&self) -> anyhow::Result<String> {
        Ok(self.driver.find(By::Css("body")).await?.text().await?)
    }

    /// The words of an element.
    pub async fn text_of(&self, selector: &str) -> anyhow::Result<String> {
        Ok(self.find(selector).await?.text().await?)
    }

    /// Width of the page in CSS pixels: more than the window's means sideways scrolling.
    pub async fn page_width(&self) -> anyhow::Result<u64> {
        let metrics = self
            .driver
            .cdp()
            .send_raw("Page.getLayoutMetrics", json!({}))
            .await?;
        metrics["cssContentSize"]["width"]
            .as_f64()
            .map(|width| {
                #[expect(
                    clippy::cast_possible_truncation,
                    clippy::cast_sign_loss,
                    reason = "a page's width is a small positive number"
                )]
                let width = width.ceil() as u64;
                width
            })
            .context("the browser does not say how wide the page is")
    }

    /// Keeps a picture of the whole page.
    pub async fn picture(&self, file: &Path) -> anyhow::Result<()> {
        let tools = self.driver.cdp();
        let metrics = tools.send_raw("Page.getLayoutMetrics", json!({})).await?;
        let height = |of: &str, what: &str| metrics[of][what].as_f64().unwrap_or_default();
        // A page that fits is taken as it is seen: beyond the window, Chromium shifts pages that run right to left.
        let is_longer =
            height("cssContentSize", "height") > height("cssLayoutViewport", "clientHeight");
        let answer = tools
            .send_raw(
                "Page.captureScreenshot",
                json!({"format": "png", "captureBeyondViewport": is_longer}),
            )
            .await?;
        let text = answer["data"]
            .as_str()
            .context("the browser takes no picture")?;
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, data_encoding::BASE64.decode(text.as_bytes())?)?;
        Ok(())
    }

    /// Why the browser would not offer to install the page as an application; empty when it would.
    pub async fn installability_errors(&self) -> anyhow::Result<Vec<String>> {
        let answer = self.tell("Page.getInstallabilityErrors", json!({})).await?;
        let errors = answer["installabilityErrors"]
            .as_array()
            .context("the browser does not say")?;
        Ok(errors
            .iter()
            .map(|error| error["errorId"].to_string())
            .collect())
    }

    /// Ends the browser as a telephone does that runs out of memory: nothing is asked, nothing is written any more. Answers
    /// its profile.
    pub fn kill(self) -> anyhow::Result<Arc<TempDir>> {
        let profile = Arc::clone(&self.profile);
        let marked = format!("--user-data-dir={}", profile.path().display());
        let mut ended = 0;
        for entry in std::fs::read_dir("/proc")? {
            let folder = entry?.path();
            // Processes come and go while they are looked at.
            let Ok(line) = std::fs::read(folder.join("cmdline")) else {
                continue;
            };
            let is_ours = line
                .split(|byte| *byte == 0)
                .any(|word| word == marked.as_bytes());
            let Some(id) = folder.file_name().filter(|_| is_ours) else {
                continue;
            };
            Command::new("kill").arg("-KILL").arg(id).status()?;
            ended += 1;
        }
        if ended == 0 {
            bail!("no process has the profile {marked}");
        }
        // What it left locked is nobody's.
        for lock in ["SingletonLock", "SingletonSocket", "SingletonCookie"] {
            match std::fs::remove_file(profile.path().join(lock)) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error.into());
                }
                _ => {}
            }
        }
        Ok(profile)
    }

    /// Ends the browser.
    pub async fn close(self) -> anyhow::Result<()> {
        self.driver.clone().quit().await?;
        Ok(())
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // It may have ended by itself; there is nothing more to do about it.
        let _ = self.chromedriver.kill();
        let _ = self.chromedriver.wait();
    }
}

/// Whether an element was gone, or not yet drawn, before anything was done to it.
fn is_between_pages(error: &WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::StaleElementReference(_)
            | WebDriverErrorInner::NoSuchElement(_)
            | WebDriverErrorInner::ElementNotInteractable(_)
    )
}

/// Connects once the driver listens.
async fn connect(
    port: u16,
    capabilities: &thirtyfour::ChromeCapabilities,
) -> anyhow::Result<WebDriver> {
    let address = format!("http://127.0.0.1:{port}");
    let begun = Instant::now();
    loop {
        if tokio::net::TcpStream::connect(("127.0.0.1", port))
            .await
            .is_ok()
        {
            return Ok(WebDriver::new(&address, capabilities.clone()).await?);
        }
        if begun.elapsed() > Duration::from_secs(20) {
            bail!("chromedriver does not listen");
        }
        tokio::task::yield_now().await;
    }
}
