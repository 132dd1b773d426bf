//! An HTTP server on its own thread, for any number of concurrent connections.

use std::convert::Infallible;
use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::thread::{self, JoinHandle};

use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::runtime::Builder;
use tokio::sync::oneshot;

pub(super) type Request = hyper::Request<Incoming>;
pub(super) type Response = hyper::Response<http_body_util::Full<Bytes>>;

/// Runs until it is dropped, which closes all connections.
pub(super) struct Server {
    pub(super) address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Answers requests on a free port of this machine.
    pub(super) fn start<A, F>(answer: A) -> Self
    where
        A: Fn(Request) -> F + Clone + Send + 'static,
        F: Future<Output = Response> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = listener.local_addr().expect("the port has a number");
        listener.set_nonblocking(true).expect("a listener can be non-blocking");
        let (stop, stopped) = oneshot::channel();
        let thread = thread::spawn(move || {
            let runtime = Builder::new_current_thread().enable_all().build();
            runtime.expect("a thread can have a runtime").block_on(async {
                tokio::select! {
                    () = listen(listener, answer) => {}
                    _ = stopped => {}
                }
            });
        });
        Self { address, stop: Some(stop), thread: Some(thread) }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A panic in the thread has already failed the page's requests.
            let _ = thread.join();
        }
    }
}

async fn listen<A, F>(listener: TcpListener, answer: A)
where
    A: Fn(Request) -> F + Clone + Send + 'static,
    F: Future<Output = Response> + Send + 'static,
{
    let listener =
        tokio::net::TcpListener::from_std(listener).expect("a runtime accepts the listener");
    loop {
        let (stream, _) = listener.accept().await.expect("the listener accepts connections");
        // Without this, the second packet of a response waits for the acknowledgement of the first.
        let _ = stream.set_nodelay(true);
        let answer = answer.clone();
        let service = service_fn(move |request| {
            let answered = answer(request);
            async { Ok::<_, Infallible>(answered.await) }
        });
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}
