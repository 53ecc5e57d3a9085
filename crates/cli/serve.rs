//! `aimak serve`: look at a site on this computer.

use std::net::{Ipv4Addr, SocketAddr};

use aimak_core::Message;
use axum::Router;
use tower_http::services::ServeDir;

use crate::{Failure, Outcome, args, problems, voice::Voice};

/// Serves on 127.0.0.1 only, with range requests and the right types, until Ctrl-C.
pub fn serve(voice: &Voice, args: &args::Serve) -> Outcome {
    if !args.site.join("index.html").is_file() {
        let dir = args.site.display().to_string();
        return Err(Failure::Said(
            voice.message(&Message::new("cli-serve-no-site").with("dir", dir)),
        ));
    }
    let runtime =
        tokio::runtime::Runtime::new().map_err(|error| Failure::Said(error.to_string()))?;
    runtime.block_on(listen(voice, args)).map_err(|error| {
        // as text: a port has no groups of thousands
        let port = args.port.to_string();
        let message = Message::new("cli-serve-failed")
            .with("port", port)
            .with("cause", problems::cause(voice, &error));
        Failure::Said(voice.message(&message))
    })
}

/// Answers requests until Ctrl-C.
async fn listen(voice: &Voice, args: &args::Serve) -> std::io::Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, args.port));
    let listener = tokio::net::TcpListener::bind(address).await?;
    let address = format!("http://{}/", listener.local_addr()?);
    if voice.json {
        voice.print_json(&serde_json::json!({ "address": address }));
    }
    voice.say(&Message::new("cli-serve-at").with("address", address));
    let app = Router::new().fallback_service(ServeDir::new(&args.site));
    let stop = async {
        // without a signal handler the process is simply ended by Ctrl-C
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, app)
        .with_graceful_shutdown(stop)
        .await
}
