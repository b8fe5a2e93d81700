//! A Chromium without a window, driven through its debugging protocol.

use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

pub type Result<T> = std::result::Result<T, String>;

/// Far more than anything here takes, even on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Browser {
    child: Child,
    socket: WebSocket<TcpStream>,
    profile: PathBuf,
    calls: u64,
    /// What happened on the page that is open: method and parameters.
    events: Vec<(String, Value)>,
    session: Value,
}

/// The browser's program, if this machine has one.
pub fn program() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    env::split_paths(&path).flat_map(|folder| names.map(|name| folder.join(name))).find(|file| file.is_file())
}

fn told(error: impl std::fmt::Display) -> String {
    error.to_string()
}

impl Browser {
    pub fn start(program: &Path) -> Result<Browser> {
        let profile = env::temp_dir().join(format!("book-browser-{}", std::process::id()));
        fs::create_dir_all(&profile).map_err(told)?;
        let flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
                     --disable-component-update --disable-sync --hide-scrollbars --remote-debugging-port=0";
        let child = Command::new(program)
            .args(flags.split_whitespace())
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(told)?;
        let (port, path) = wait_for("the browser's port", || {
            let text = fs::read_to_string(profile.join("DevToolsActivePort")).ok()?;
            let (port, path) = text.trim().split_once('\n')?;
            Some((port.parse::<u16>().ok()?, path.to_string()))
        })?;
        let stream = TcpStream::connect(("127.0.0.1", port)).map_err(told)?;
        stream.set_read_timeout(Some(PATIENCE)).map_err(told)?;
        let (socket, _) =
            tungstenite::client(format!("ws://127.0.0.1:{port}{path}"), stream).map_err(told)?;
        Ok(Browser { child, socket, profile, calls: 0, events: Vec::new(), session: Value::Null })
    }

    /// Opens a page of that many pixels, in a tab of its own, as a reader with that colour scheme sees it.
    pub fn open(&mut self, address: &str, width: u32, scheme: &str) -> Result<()> {
        if let Some(target) = self.session.get("targetId").cloned() {
            self.session = Value::Null;
            self.call("Target.closeTarget", json!({ "targetId": target }))?;
        }
        let target = self.call("Target.createTarget", json!({ "url": "about:blank" }))?["targetId"].clone();
        let session = self.call("Target.attachToTarget", json!({ "targetId": target, "flatten": true }))?;
        self.session = json!({ "targetId": target, "sessionId": session["sessionId"] });
        self.events.clear();
        for domain in ["Page.enable", "Network.enable", "Runtime.enable"] {
            self.call(domain, json!({}))?;
        }
        self.resize(width)?;
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.call("Emulation.setEmulatedMedia", media)?;
        self.go(address)
    }

    pub fn resize(&mut self, width: u32) -> Result<()> {
        let size = json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.call("Emulation.setDeviceMetricsOverride", size).map(drop)
    }

    /// Goes on to another page in the same tab.
    pub fn go(&mut self, address: &str) -> Result<()> {
        let answer = self.call("Page.navigate", json!({ "url": address }))?;
        match answer.get("errorText") {
            Some(error) => Err(format!("{address}: {error}")),
            None => self.until(&format!(
                "location.href !== 'about:blank' && document.readyState === 'complete' /* {address} */"
            )),
        }
    }

    /// The value of a script's expression; a promise is waited for.
    pub fn value(&mut self, script: &str) -> Result<Value> {
        let call =
            json!({ "expression": script, "awaitPromise": true, "returnByValue": true, "userGesture": true });
        let answer = self.call("Runtime.evaluate", call)?;
        match answer.get("exceptionDetails") {
            Some(details) => Err(format!("{script}\n{details}")),
            None => Ok(answer["result"]["value"].clone()),
        }
    }

    /// Waits until an expression is true.
    pub fn until(&mut self, script: &str) -> Result<()> {
        let began = Instant::now();
        // While a page goes, it cannot be asked.
        while self.value(script).ok() != Some(Value::Bool(true)) {
            if began.elapsed() > PATIENCE {
                return Err(format!("never true: {script}"));
            }
            thread::sleep(Duration::from_millis(10));
        }
        Ok(())
    }

    /// Presses and releases a key.
    pub fn press(&mut self, key: &str, code: u32) -> Result<()> {
        for kind in ["rawKeyDown", "keyUp"] {
            let key = json!({ "type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code });
            self.call("Input.dispatchKeyEvent", key)?;
        }
        Ok(())
    }

    /// Addresses that the open page asked for.
    pub fn requests(&self) -> Vec<String> {
        let sent = self.events.iter().filter(|(method, _)| method == "Network.requestWillBeSent");
        sent.filter_map(|(_, event)| Some(event["request"]["url"].as_str()?.to_string())).collect()
    }

    /// Errors that the open page's scripts threw.
    pub fn errors(&self) -> Vec<String> {
        let thrown = self.events.iter().filter(|(method, _)| method == "Runtime.exceptionThrown");
        thrown.map(|(_, event)| event["exceptionDetails"].to_string()).collect()
    }

    pub fn call(&mut self, method: &str, params: Value) -> Result<Value> {
        self.calls += 1;
        let mut call = json!({ "id": self.calls, "method": method, "params": params });
        if let Some(session) = self.session.get("sessionId") {
            call["sessionId"] = session.clone();
        }
        self.socket.send(Message::text(call.to_string())).map_err(told)?;
        loop {
            let Message::Text(text) = self.socket.read().map_err(told)? else { continue };
            let mut answer: Value = serde_json::from_str(&text).map_err(told)?;
            if answer["id"] == json!(self.calls) {
                return match answer.get("error") {
                    Some(error) => Err(format!("{method}: {error}")),
                    None => Ok(answer["result"].take()),
                };
            }
            if let Some(event) = answer["method"].as_str() {
                self.events.push((event.to_string(), answer["params"].clone()));
            }
        }
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        self.session = Value::Null;
        let _ = self.call("Browser.close", json!({}));
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.profile);
    }
}

fn wait_for<T>(what: &str, mut ready: impl FnMut() -> Option<T>) -> Result<T> {
    let began = Instant::now();
    loop {
        if let Some(value) = ready() {
            return Ok(value);
        }
        if began.elapsed() > PATIENCE {
            return Err(format!("{what} never came"));
        }
        thread::sleep(Duration::from_millis(10));
    }
}
