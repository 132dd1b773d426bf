//! Opens another page in a running Chromium through its remote debugging port.

use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

/// Opens a page in the browser that uses this profile.
pub(super) fn open(profile: &Path, url: &str) {
    let port = fs::read_to_string(profile.join("DevToolsActivePort"));
    let port = port.expect("Chromium writes its port to a file");
    let port: u16 = port.lines().next().and_then(|port| port.parse().ok()).expect("it is a number");
    // Chromium would parse the part after an ampersand as a parameter of the request.
    let url = url.replace('%', "%25").replace('&', "%26");
    let answer = request(port, &format!("PUT /json/new?{url}"));
    let answer = answer.unwrap_or_else(|error| panic!("Chromium opens no page: {error}"));
    assert!(answer.contains(" 200 "), "Chromium opens no page: {answer}");
}

/// Sends a request and gives the status line of the answer.
fn request(port: u16, what: &str) -> std::io::Result<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    write!(stream, "{what} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Length: 0\r\n\r\n")?;
    let mut line = Vec::new();
    let mut byte = [0];
    while byte[0] != b'\n' && stream.read(&mut byte)? == 1 {
        line.push(byte[0]);
    }
    Ok(String::from_utf8_lossy(&line).trim().to_owned())
}
