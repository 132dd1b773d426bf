//! Waiting for a page and its wasm on this machine.

use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

/// The files that must be there for the page to work.
const FILES: &[&str] = &["/", "/heard.mjs", "/heard_bg.wasm"];
const PAUSE: Duration = Duration::from_millis(500);

/// Waits until every file of the page is answered with 200. `check` is called between two attempts.
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
    while !FILES.iter().all(|file| is_answered(port, file)) {
        check()?;
        if begun.elapsed() > patience {
            bail!("port {port} served no page within {} s", patience.as_secs());
        }
        // A server in another process says nothing when it is ready, so it is asked again.
        thread::sleep(PAUSE);
    }
    Ok(())
}

fn is_answered(port: u16, file: &str) -> bool {
    status_line(port, file).is_ok_and(|line| line.split(' ').nth(1) == Some("200"))
}

fn status_line(port: u16, file: &str) -> io::Result<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    write!(stream, "GET {file} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")?;
    let mut answer = String::new();
    // The status line is short, and what follows it may be binary.
    stream.take(12).read_to_string(&mut answer)?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use super::*;

    /// Answers every request with a status, in a thread that ends with the tests.
    fn serve(status: &'static str) -> u16 {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let port = listener.local_addr().unwrap().port();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let _ = stream.read(&mut [0; 1024]);
                write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n").unwrap();
            }
        });
        port
    }

    #[test]
    fn a_page_that_is_served_ends_the_wait() {
        assert!(wait(serve("200 OK"), Duration::from_secs(60), || Ok(())).is_ok());
    }

    #[test]
    fn an_error_page_does_not_and_a_failed_check_is_passed_on() {
        let refusal = wait(serve("404 Not Found"), Duration::from_secs(60), || bail!("ended"));
        assert_eq!(refusal.unwrap_err().to_string(), "ended");
        let refusal = wait(serve("500 Oh"), Duration::ZERO, || Ok(())).unwrap_err();
        assert!(refusal.to_string().contains("served no page"), "{refusal}");
    }
}
