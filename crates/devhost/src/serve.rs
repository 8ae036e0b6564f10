//! Serves the screens and the commands.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use api::{ApiError, App, Code};
use axum::{
    Json, Router,
    extract::{DefaultBodyLimit, Path as UrlPath, Query, Request, State, rejection::JsonRejection},
    http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use data_encoding::HEXLOWER;
use serde::Deserialize;
use serde_json::Value;
use subtle::ConstantTimeEq;
use tower_http::services::{ServeDir, ServeFile};

use crate::host::Browser;

const COOKIE: &str = "holdfast";

/// A devhost that is running.
pub struct Devhost {
    /// The address to open, with the token that works once.
    pub address: String,
    server: tokio::task::JoinHandle<std::io::Result<()>>,
}

impl Devhost {
    /// Waits until it ends.
    ///
    /// # Errors
    /// The socket's.
    pub async fn wait(self) -> anyhow::Result<()> {
        Ok(self.server.await??)
    }
}

#[derive(Clone)]
struct Shared {
    app: Arc<App>,
    token: Arc<Mutex<Option<String>>>,
    cookie: Arc<String>,
    origin: Arc<String>,
}

/// Starts on a free port of 127.0.0.1, or on `port`.
///
/// # Errors
/// The port is taken, or the system gives no randomness.
pub async fn start(app: Arc<App>, screens: &Path, port: u16) -> anyhow::Result<Devhost> {
    let listener = tokio::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await?;
    let origin = format!("http://{}", listener.local_addr()?);
    let token = secret()?;
    let shared = Shared {
        app,
        token: Arc::new(Mutex::new(Some(token.clone()))),
        cookie: Arc::new(secret()?),
        origin: Arc::new(origin.clone()),
    };
    let files = ServeDir::new(screens).fallback(ServeFile::new(screens.join("index.html")));
    let guarded = Router::new()
        .route("/rpc/{command}", post(rpc))
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(shared.clone(), only_this_browser));
    let router = Router::new()
        .route("/enter", get(enter))
        .merge(guarded)
        .layer(DefaultBodyLimit::max(16 << 20))
        .layer(middleware::map_response(harden))
        .with_state(shared);
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(Devhost { address: format!("{origin}/enter?token={token}"), server })
}

fn secret() -> anyhow::Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| anyhow::anyhow!("the system gives no randomness"))?;
    Ok(HEXLOWER.encode(&bytes))
}

#[derive(Deserialize)]
struct Enter {
    token: String,
}

/// Takes the token once and gives the cookie.
async fn enter(State(shared): State<Shared>, Query(enter): Query<Enter>) -> Response {
    let mut token = shared.token.lock().unwrap_or_else(PoisonError::into_inner);
    let right = token.as_ref().is_some_and(|token| same(token, &enter.token));
    if !right {
        return (StatusCode::FORBIDDEN, "This address works once. Start Holdfast again for a new one.").into_response();
    }
    *token = None;
    let cookie = format!("{COOKIE}={}; HttpOnly; SameSite=Strict; Path=/", shared.cookie);
    ([(header::SET_COOKIE, cookie)], Redirect::to("/")).into_response()
}

fn same(one: &str, other: &str) -> bool {
    one.as_bytes().ct_eq(other.as_bytes()).into()
}

async fn only_this_browser(State(shared): State<Shared>, request: Request, next: Next) -> Response {
    if from_elsewhere(request.headers(), &shared.origin) || !has_cookie(request.headers(), &shared.cookie) {
        return (StatusCode::FORBIDDEN, "Open the address that Holdfast printed.").into_response();
    }
    next.run(request).await
}

fn from_elsewhere(headers: &HeaderMap, origin: &str) -> bool {
    let host = origin.trim_start_matches("http://");
    let foreign_origin = headers.get(header::ORIGIN).is_some_and(|sent| sent.as_bytes() != origin.as_bytes());
    let foreign_host = headers.get(header::HOST).is_none_or(|sent| sent.as_bytes() != host.as_bytes());
    foreign_origin || foreign_host
}

fn has_cookie(headers: &HeaderMap, secret: &str) -> bool {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .any(|(name, value)| name == COOKIE && same(value, secret))
}

async fn rpc(
    State(shared): State<Shared>,
    UrlPath(command): UrlPath<String>,
    payload: Result<Json<Value>, JsonRejection>,
) -> Response {
    // Screens read a fault as the api writes it, whoever finds it.
    let Ok(Json(payload)) = payload else {
        return (StatusCode::UNPROCESSABLE_ENTITY, Json(ApiError::bad_request())).into_response();
    };
    let done = tokio::task::spawn_blocking(move || api::dispatch(&shared.app, &Browser, &command, payload)).await;
    match done {
        Ok(Ok(answer)) => Json(answer).into_response(),
        Ok(Err(error)) => (StatusCode::UNPROCESSABLE_ENTITY, Json(error)).into_response(),
        Err(_) => (StatusCode::INTERNAL_SERVER_ERROR, Json(ApiError::plain(Code::Internal))).into_response(),
    }
}

/// The headers that the window gives its pages too. The policy for scripts stands in the page
/// itself, with the hashes of its scripts; what a page cannot say is here.
async fn harden(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (
            header::CONTENT_SECURITY_POLICY,
            "frame-ancestors 'none'; form-action 'none'; base-uri 'none'; object-src 'none'",
        ),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (HeaderName::from_static("permissions-policy"), "camera=(), microphone=(), geolocation=(), clipboard-read=()"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    response
}
