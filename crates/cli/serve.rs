//! `aimak serve`: look at a site on this computer.

use std::net::{Ipv4Addr, SocketAddr};

use aimak_core::Message;
use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
};
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
    let app = Router::new()
        .fallback_service(ServeDir::new(&args.site))
        .layer(middleware::from_fn(described));
    let stop = async {
        // without a signal handler the process is simply ended by Ctrl-C
        let _ = tokio::signal::ctrl_c().await;
    };
    axum::serve(listener, app)
        .with_graceful_shutdown(stop)
        .await
}

/// What the browser should know of a file beyond its bytes: kinds that no list knows, and that an edition may be published again while one looks.
///
/// Nothing is compressed: on one's own computer that gains nothing, and a compressed tile archive has other byte ranges.
async fn described(request: Request, next: Next) -> Response {
    let kind = kind(request.uri().path());
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Some(kind) = kind.filter(|_| headers.contains_key(header::CONTENT_TYPE)) {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    }
    response
}

/// Media types of files of an atlas that are not in the usual lists.
fn kind(path: &str) -> Option<&'static str> {
    let (_, ending) = path.rsplit_once('.')?;
    match ending {
        "pmtiles" => Some("application/vnd.pmtiles"),
        "pbf" => Some("application/x-protobuf"),
        "geojson" => Some("application/geo+json"),
        "parquet" => Some("application/vnd.apache.parquet"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::kind;

    #[test]
    fn tiles_and_glyphs_have_kinds_of_their_own() {
        assert_eq!(kind("/tiles/base.pmtiles"), Some("application/vnd.pmtiles"));
        assert_eq!(
            kind("/glyphs/Noto/0-255.pbf"),
            Some("application/x-protobuf")
        );
        assert_eq!(kind("/ky/index.html"), None);
    }
}
