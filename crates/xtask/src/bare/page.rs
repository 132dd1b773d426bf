//! Waiting for a page and its wasm on this machine.

use std::io::{self, BufRead, BufReader, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// The files that must be there for the page to work, with their types: for a file that is missing,
/// trunk serves the page itself.
const FILES: &[(&str, &str)] =
    &[("/", "text/html"), ("/heard.mjs", "javascript"), ("/heard_bg.wasm", "application/wasm")];
const PAUSE: Duration = Duration::from_millis(500);

/// Waits until every file of the page is served. `check` is called between two attempts.
///
/// # Errors
///
/// If `check` fails, or `patience` is over.
pub(super) fn wait(
    port: u16,
    patience: Duration,
    mut check: impl FnMut() -> Result<()>,
) -> Result<()> {
    let begun = Instant::now();
    while !FILES.iter().all(|(file, media_type)| is_served(port, file, media_type)) {
        check()?;
        if begun.elapsed() > patience {
            bail!("port {port} served no page within {} s", patience.as_secs());
        }
        // A server in another process says nothing when it is ready, so it is asked again.
        thread::sleep(PAUSE);
    }
    Ok(())
}

/// Whether a file is served with status 200 and this type.
fn is_served(port: u16, file: &str, media_type: &str) -> bool {
    let is_right = |head: String| {
        let status = head.split(' ').nth(1);
        let mut lines = head.lines().map(str::to_ascii_lowercase);
        let is_typed =
            |line: String| line.starts_with("content-type:") && line.contains(media_type);
        status == Some("200") && lines.any(is_typed)
    };
    head_of(port, file).is_ok_and(is_right)
}

/// The status line and the headers of an answer.
fn head_of(port: u16, file: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    // In one call, since `write!` sends each part of the text as a packet of its own.
    let request = format!("GET {file} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes())?;
    let lines = BufReader::new(stream).lines();
    let mut head = String::new();
    for line in lines {
        let line = line?;
        if line.is_empty() {
            break;
        }
        head.extend([&line, "\n"]);
    }
    Ok(head)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    /// Answers a request for any file with `status`, and with the type of the file that `type_of` gives.
    fn serve(status: &'static str, type_of: fn(&str) -> &'static str) -> u16 {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(&stream).lines().map_while(Result::ok);
                let request = lines.next().unwrap();
                // A connection that is closed with unread data loses what was written to it.
                lines.find(String::is_empty).unwrap();
                let media_type = type_of(request.split(' ').nth(1).unwrap());
                let head = format!("HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n\r\n");
                stream.write_all(head.as_bytes()).unwrap();
            }
        });
        port
    }

    fn right_type(file: &str) -> &'static str {
        FILES.iter().find(|(known, _)| *known == file).unwrap().1
    }

    #[test]
    fn a_page_that_is_served_ends_the_wait() {
        let port = serve("200 OK", right_type);
        assert!(wait(port, Duration::from_secs(60), || Ok(())).is_ok());
    }

    #[test]
    fn a_page_in_place_of_a_file_does_not() {
        let port = serve("200 OK", |_| "text/html");
        let refusal = wait(port, Duration::ZERO, || Ok(())).unwrap_err();
        assert!(refusal.to_string().contains("served no page"), "{refusal}");
    }

    #[test]
    fn an_error_does_not_and_a_failed_check_is_passed_on() {
        let port = serve("404 Not Found", right_type);
        let refusal = wait(port, Duration::from_secs(60), || bail!("ended"));
        assert_eq!(refusal.unwrap_err().to_string(), "ended");
    }
}
