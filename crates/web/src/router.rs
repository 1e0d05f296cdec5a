//! The routes: every address of the portal in one list, with who may come there.

use std::time::Duration;

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request, State as Shared},
    http::{HeaderMap, StatusCode},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
    routing::{MethodRouter, get, post},
};
use chikaya_service::{
    Readiness,
    attachment::{FILE_LIMIT, FILES_AT_MOST},
};
use tower_http::{
    CompressionLevel, catch_panic::CatchPanicLayer, compression::CompressionLayer,
    timeout::RequestBodyTimeoutLayer,
};

use crate::{
    admin, android, api, assets, calls, desk, encoding,
    error::{Kind, Problem},
    headers, hooks,
    interrupted::{self, FORM},
    kept, limited, mailbox, public,
    settings::State,
    visit::arrival,
};

/// A route as documentation and tests see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route {
    /// Path with its parameters.
    pub path: &'static str,
    /// Methods it answers.
    pub methods: &'static [&'static str],
    /// Who may come: `anyone`, `filer` (with the proof of a case, or signed in), `staff`, `administrator`, `auditor`
    /// (who may be an administrator too).
    pub access: &'static str,
}

/// Declares the routes once: the list for tests and the router are made from the same lines.
macro_rules! routes {
    ($($path:literal, [$($method:literal),+], $access:literal, $handler:expr;)+) => {
        /// Every route.
        pub const ROUTES: &[Route] = &[$(Route { path: $path, methods: &[$($method),+], access: $access },)+];

        fn routed() -> Router<State> {
            Router::new()$(.route($path, $handler))+
        }
    };
}

use public::{
    about, account, app, r#continue, danger, end, file, home, look_up, open_data, reports, say,
    statistics, track, wrongdoing,
};

routes! {
    "/", ["GET"], "anyone", get(home::redirect);
    "/assets/{file}", ["GET"], "anyone", get(assets::get);
    "/sw.js", ["GET"], "anyone", get(app::worker);
    "/health/live", ["GET"], "anyone", get(live);
    "/health/ready", ["GET"], "anyone", get(ready);
    "/robots.txt", ["GET"], "anyone", get(robots);
    "/.well-known/security.txt", ["GET"], "anyone", get(security);
    "/.well-known/assetlinks.json", ["GET"], "anyone", get(android::links);
    "/app/chikaya.apk", ["GET"], "anyone", get(android::package);
    "/api/v1/cases", ["POST"], "anyone", post(api::cases::post);
    "/api/v1/drafts/{draft}/uploads", ["OPTIONS", "POST"], "anyone", post(api::uploads::create).options(api::uploads::options);
    "/api/v1/drafts/{draft}/uploads/{upload}", ["OPTIONS", "GET", "HEAD", "PATCH", "DELETE"], "anyone", get(api::uploads::standing).patch(api::uploads::append).delete(api::uploads::end).options(api::uploads::options);
    "/api/v1/push/moved", ["POST"], "anyone", post(api::push::moved);
    "/api/v1/drafts", ["POST"], "anyone", post(api::drafts::post);
    "/api/v1/drafts/send", ["POST"], "anyone", post(api::drafts::send);
    "/hooks/cti", ["POST"], "anyone", post(hooks::cti::post);
    "/hooks/sms/{gateway}", ["GET", "POST"], "anyone", get(hooks::sms::came).post(hooks::sms::came);
    "/hooks/sms/{gateway}/report", ["GET", "POST"], "anyone", get(hooks::sms::report).post(hooks::sms::report);
    "/mailbox", ["GET"], "anyone", get(mailbox::list);
    "/mailbox/{id}", ["GET"], "anyone", get(mailbox::message);
    "/{language}", ["GET"], "anyone", get(home::with_slash);
    "/{language}/", ["GET"], "anyone", get(home::get);
    "/{language}/about/{page}", ["GET"], "anyone", get(about::get);
    "/{language}/say", ["GET", "POST"], "anyone", get(say::sectors).post(say::begin);
    "/{language}/say/{draft}/{step}", ["GET", "POST"], "anyone", get(say::get).post(say::post);
    "/{language}/app", ["GET"], "anyone", get(app::home);
    "/{language}/app/lists", ["GET"], "anyone", get(app::lists::get);
    "/{language}/app/manifest.webmanifest", ["GET"], "anyone", get(app::manifest);
    "/{language}/app/share", ["POST"], "anyone", post(app::share);
    "/{language}/app/{page}", ["GET"], "anyone", get(app::get);
    "/{language}/danger", ["GET", "POST"], "anyone", get(danger::get).post(danger::post);
    "/{language}/statistics", ["GET"], "anyone", get(statistics::get);
    "/{language}/statistics/ranks", ["GET"], "anyone", get(statistics::ranks::get);
    "/{language}/statistics/{of}", ["GET"], "anyone", get(statistics::data_of_country);
    "/{language}/statistics/{of}/{code}", ["GET"], "anyone", get(statistics::one);
    "/{language}/statistics/{of}/{code}/{file}", ["GET"], "anyone", get(statistics::data_of_one);
    "/{language}/reports", ["GET"], "anyone", get(reports::get);
    "/{language}/reports/{report}/{file}", ["GET"], "anyone", get(reports::file);
    "/{language}/open-data", ["GET"], "anyone", get(open_data::get);
    "/open-data/{file}", ["GET"], "anyone", get(open_data::file);
    "/{language}/wrongdoing", ["GET", "POST"], "anyone", get(wrongdoing::get).post(wrongdoing::post);
    "/{language}/file", ["GET", "POST"], "anyone", get(file::begin::get).post(file::begin::post);
    "/{language}/file/{draft}", ["GET"], "anyone", get(file::later::back);
    "/{language}/file/{draft}/later", ["GET", "POST"], "anyone", get(file::later::get).post(file::later::post);
    "/{language}/file/{draft}/what", ["GET", "POST"], "anyone", get(file::what::get).post(file::what::post);
    "/{language}/file/{draft}/where", ["GET", "POST"], "anyone", get(file::place::get).post(file::place::post);
    "/{language}/file/{draft}/about", ["GET", "POST"], "anyone", get(file::about::get).post(file::about::post);
    "/{language}/file/{draft}/door", ["GET", "POST"], "anyone", get(file::door::get).post(file::door::post);
    "/{language}/file/{draft}/details", ["GET", "POST"], "anyone", get(file::details::get).post(file::details::post);
    "/{language}/file/{draft}/who", ["GET", "POST"], "anyone", get(file::who::get).post(file::who::post);
    "/{language}/file/{draft}/concerned", ["GET", "POST"], "anyone", get(file::concerned::get).post(file::concerned::post);
    "/{language}/file/{draft}/files", ["GET", "POST"], "anyone", uploads(get(file::files::get).post(file::files::post));
    "/{language}/file/{draft}/files/{attachment}/remove", ["POST"], "anyone", post(file::files::remove);
    "/{language}/file/{draft}/you", ["GET", "POST"], "anyone", get(file::you::get).post(file::you::post);
    "/{language}/file/{draft}/verify", ["GET", "POST"], "anyone", get(file::verify::get).post(file::verify::post);
    "/{language}/file/{draft}/check", ["GET", "POST"], "anyone", get(file::check::get).post(file::check::post);
    "/{language}/file/{draft}/receipt", ["GET"], "anyone", get(file::receipt::get);
    "/{language}/file/{draft}/receipt.pdf", ["GET"], "anyone", get(file::paper::get);
    "/{language}/continue", ["GET", "POST"], "anyone", get(r#continue::get).post(r#continue::post);
    "/{language}/continue/{code}", ["GET"], "anyone", get(r#continue::open);
    "/{language}/end", ["GET", "POST"], "anyone", get(end::get).post(end::post);
    "/{language}/kept", ["GET"], "anyone", get(kept::get);
    "/{language}/look-up/{what}", ["GET"], "anyone", get(look_up::get);
    "/{language}/track", ["GET", "POST"], "anyone", get(track::get).post(track::post);
    "/{language}/track/lost", ["GET", "POST"], "anyone", get(track::lost::get).post(track::lost::post);
    "/{language}/track/{reference}", ["GET"], "filer", get(track::case::get);
    "/{language}/track/{reference}/open/{word}", ["GET"], "anyone", get(track::open);
    "/{language}/track/{reference}/files", ["POST"], "filer", uploads(post(track::files::attach));
    "/{language}/track/{reference}/files/{attachment}", ["GET"], "filer", get(track::files::file);
    "/{language}/track/{reference}/news", ["GET", "POST"], "filer", get(track::news::get).post(track::news::post);
    "/{language}/track/{reference}/verify", ["GET", "POST"], "filer", get(track::verify::get).post(track::verify::post);
    "/{language}/track/{reference}/{act}", ["POST"], "filer", post(track::case::post);
    "/{language}/account", ["GET"], "filer", get(account::get);
    "/{language}/account/sign-in", ["GET", "POST"], "anyone", get(account::sign_in::get).post(account::sign_in::post);
    "/{language}/account/sign-out", ["POST"], "anyone", post(account::sign_in::sign_out);
    "/{language}/account/settings", ["GET", "POST"], "filer", get(account::settings::get).post(account::settings::post);
    "/{language}/account/contacts", ["GET", "POST"], "filer", get(account::contacts::get).post(account::contacts::post);
    "/{language}/account/push-end", ["POST"], "filer", post(account::push::end);
    "/{language}/account/delete", ["GET", "POST"], "filer", get(account::delete::get).post(account::delete::post);
    "/{language}/admin", ["GET"], "auditor", get(admin::home::get);
    "/{language}/admin/people", ["GET", "POST"], "administrator", get(admin::people::get).post(admin::people::post);
    "/{language}/admin/people/invite", ["GET", "POST"], "administrator", get(admin::people::invite::get).post(admin::people::invite::post);
    "/{language}/admin/people/invitations/{invitation}/withdraw", ["POST"], "administrator", post(admin::people::withdraw::post);
    "/{language}/admin/people/{person}", ["GET", "POST"], "administrator", get(admin::people::person::get).post(admin::people::person::post);
    "/{language}/admin/people/{person}/{act}", ["POST"], "administrator", post(admin::people::person::act);
    "/{language}/admin/organisations", ["GET"], "administrator", get(admin::organisations::get);
    "/{language}/admin/organisations/new", ["GET", "POST"], "administrator", get(admin::organisations::body::create).post(admin::organisations::body::keep);
    "/{language}/admin/organisations/{code}", ["GET", "POST"], "administrator", get(admin::organisations::body::get).post(admin::organisations::body::post);
    "/{language}/admin/organisations/{code}/{act}", ["POST"], "administrator", post(admin::organisations::body::act);
    "/{language}/admin/calendar", ["GET"], "administrator", get(admin::calendar::get);
    "/{language}/admin/calendar/new", ["GET", "POST"], "administrator", get(admin::calendar::holiday::create).post(admin::calendar::holiday::keep);
    "/{language}/admin/calendar/weekend", ["POST"], "administrator", post(admin::calendar::weekend);
    "/{language}/admin/calendar/worked", ["POST"], "administrator", post(admin::calendar::worked);
    "/{language}/admin/calendar/{day}", ["GET", "POST"], "administrator", get(admin::calendar::holiday::get).post(admin::calendar::holiday::post);
    "/{language}/admin/calendar/{day}/{act}", ["POST"], "administrator", post(admin::calendar::holiday::act);
    "/{language}/admin/policies", ["GET"], "administrator", get(admin::policies::get);
    "/{language}/admin/policies/new", ["GET", "POST"], "administrator", get(admin::policies::create).post(admin::policies::keep);
    "/{language}/admin/messages", ["GET"], "administrator", get(admin::messages::get);
    "/{language}/admin/messages/words", ["GET"], "administrator", get(admin::wordings::list);
    "/{language}/admin/messages/words/{message}", ["GET", "POST"], "administrator", get(admin::wordings::get).post(admin::wordings::post);
    "/{language}/admin/sms", ["GET", "POST"], "administrator", get(admin::sms::get).post(admin::sms::post);
    "/{language}/admin/messages/{message}/send-again", ["POST"], "administrator", post(admin::messages::send_again);
    "/{language}/admin/audit", ["GET", "POST"], "auditor", get(admin::audit::get).post(admin::audit::post);
    "/{language}/admin/record", ["GET"], "auditor", get(admin::record::get);
    "/{language}/calls", ["GET"], "staff", get(calls::desk::get);
    "/{language}/calls/live", ["GET"], "staff", get(calls::live::get);
    "/{language}/calls/ready", ["POST"], "staff", post(calls::ready::post);
    "/{language}/calls/begin", ["POST"], "staff", post(calls::ready::begin);
    "/{language}/calls/wall", ["GET"], "staff", get(calls::wall::get);
    "/{language}/calls/wall.csv", ["GET"], "staff", get(calls::wall::csv);
    "/{language}/calls/history", ["GET"], "staff", get(calls::history::get);
    "/{language}/calls/call-backs", ["GET"], "staff", get(calls::back::get);
    "/{language}/calls/call-backs/{back}", ["POST"], "staff", post(calls::back::post);
    "/{language}/calls/survey/{case}", ["GET", "POST"], "staff", get(calls::survey::get).post(calls::survey::post);
    "/{language}/calls/messages", ["GET"], "staff", get(calls::messages::list);
    "/{language}/calls/messages/{message}", ["GET"], "staff", get(calls::messages::get);
    "/{language}/calls/messages/{message}/sound", ["GET"], "staff", get(calls::messages::sound);
    "/{language}/calls/messages/{message}/{act}", ["POST"], "staff", post(calls::messages::post);
    "/{language}/calls/{call}", ["GET"], "staff", get(calls::sheet::get);
    "/{language}/calls/{call}/recordings/{recording}", ["GET"], "staff", get(calls::sheet::sound);
    "/{language}/calls/{call}/preference/{reference}", ["GET", "POST"], "staff", get(calls::prefer::get).post(calls::prefer::post);
    "/{language}/calls/{call}/{act}", ["POST"], "staff", post(calls::acts::post);
    "/{language}/desk", ["GET"], "staff", get(desk::inbox::get);
    "/{language}/desk/dashboard", ["GET"], "staff", get(desk::dashboard::get);
    "/{language}/desk/dashboard/bodies", ["GET"], "staff", get(desk::dashboard::bodies::get);
    "/{language}/desk/dashboard/answers", ["GET"], "staff", get(desk::dashboard::alike::get);
    "/{language}/desk/filer", ["GET", "POST"], "staff", get(desk::filer::get).post(desk::filer::post);
    "/{language}/desk/new", ["GET", "POST"], "staff", get(desk::new::page::get).post(desk::new::page::post);
    "/{language}/desk/new/{draft}", ["GET", "POST"], "staff", get(desk::new::page::again).post(desk::new::page::send_again);
    "/{language}/desk/new/{draft}/files", ["GET", "POST"], "staff", uploads(get(desk::new::page::again).post(desk::new::page::send));
    "/{language}/desk/new/{draft}/check", ["GET", "POST"], "staff", get(desk::new::check::get).post(desk::new::check::post);
    "/{language}/desk/filed", ["GET"], "staff", get(desk::filed::get);
    "/{language}/desk/filed/{receipt}", ["GET"], "staff", get(desk::filed::receipt);
    "/{language}/desk/filed/{receipt}/{act}", ["GET"], "staff", get(desk::filed::print_out);
    "/{language}/desk/postal", ["GET", "POST"], "staff", get(desk::postal::get).post(desk::postal::post);
    "/{language}/desk/postal/{act}", ["GET"], "staff", get(desk::postal::file);
    "/{language}/desk/mail", ["GET"], "staff", get(desk::mail::list);
    "/{language}/desk/mail/{mail}", ["GET"], "staff", get(desk::mail::get);
    "/{language}/desk/mail/{mail}/original", ["GET"], "staff", get(desk::mail::original);
    "/{language}/desk/mail/{mail}/{act}", ["POST"], "staff", post(desk::mail::post);
    "/{language}/desk/register", ["GET"], "staff", get(desk::register::get);
    "/{language}/desk/register/{file}", ["GET"], "staff", get(desk::register::file);
    "/{language}/desk/colleagues", ["GET"], "staff", get(desk::colleagues::get);
    "/{language}/desk/colleagues/{colleague}", ["GET", "POST"], "staff", get(desk::colleagues::one).post(desk::colleagues::post);
    "/{language}/desk/sign-in", ["GET", "POST"], "anyone", get(desk::sign_in::get).post(desk::sign_in::post);
    "/{language}/desk/sign-out", ["POST"], "anyone", post(desk::sign_in::sign_out);
    "/{language}/desk/second-factor", ["GET", "POST"], "anyone", get(desk::sign_in::second_factor).post(desk::sign_in::show_second_factor);
    "/{language}/desk/second-factor/set-up", ["GET", "POST"], "anyone", get(desk::sign_in::set_up).post(desk::sign_in::enrol);
    "/{language}/desk/invitation/{word}", ["GET", "POST"], "anyone", get(desk::invitation::get).post(desk::invitation::post);
    "/{language}/desk/me", ["GET", "POST"], "staff", get(desk::me::get).post(desk::me::post);
    "/{language}/desk/me/notifications", ["POST"], "staff", post(desk::me::notifications::post);
    "/{language}/desk/me/weekly", ["POST"], "staff", post(desk::me::weekly::post);
    "/{language}/desk/me/password", ["POST"], "staff", post(desk::me::password::post);
    "/{language}/desk/me/second-factor", ["GET", "POST"], "staff", get(desk::me::second_factor::get).post(desk::me::second_factor::post);
    "/{language}/desk/me/second-factor/remove", ["POST"], "staff", post(desk::me::second_factor::remove);
    "/{language}/desk/me/recovery-codes", ["POST"], "staff", post(desk::me::recovery_codes::post);
    "/{language}/desk/me/sessions/end-others", ["POST"], "staff", post(desk::me::sessions::end_others);
    "/{language}/desk/me/sessions/{session}/end", ["POST"], "staff", post(desk::me::sessions::end);
    "/{language}/desk/reports", ["GET", "POST"], "staff", get(desk::reports::get).post(desk::reports::post);
    "/{language}/desk/reports/wall.csv", ["GET"], "staff", get(desk::reports::wall::csv);
    "/{language}/desk/reports/{report}", ["GET"], "staff", get(desk::reports::report::get);
    "/{language}/desk/reports/{report}/{act}", ["GET", "POST"], "staff", get(desk::reports::part).post(desk::reports::act);
    "/{language}/desk/case/{reference}", ["GET"], "staff", get(desk::case::get);
    "/{language}/desk/case/{reference}/answer", ["GET", "POST"], "staff", get(desk::answer::get).post(desk::answer::post);
    "/{language}/desk/case/{reference}/contacts", ["POST"], "staff", post(desk::case::contacts);
    "/{language}/desk/case/{reference}/letter", ["GET"], "staff", get(desk::case::letter::get);
    "/{language}/desk/case/{reference}/preference", ["GET", "POST"], "staff", get(desk::preference::get).post(desk::preference::post);
    "/{language}/desk/case/{reference}/files", ["POST"], "staff", uploads(post(desk::case::files::attach));
    "/{language}/desk/case/{reference}/files/{attachment}", ["GET"], "staff", get(desk::case::files::file);
    "/{language}/desk/case/{reference}/sounds/{sound}", ["GET"], "staff", get(desk::case::sounds::get);
    "/{language}/desk/case/{reference}/{act}", ["POST"], "staff", post(desk::case::post);
}

/// Longest time for one request.
const TIME: Duration = Duration::from_mins(1);

/// Longest time for a form with files: ten of them take that long on a slow line, as long as something comes.
const TIME_WITH_FILES: Duration = Duration::from_mins(30);

/// Longest time in which nothing comes of a request that has begun.
const SILENCE: Duration = Duration::from_secs(30);

/// The whole portal.
pub fn router(state: State) -> Router {
    routed()
        .fallback(nowhere)
        .layer(DefaultBodyLimit::max(FORM))
        .layer(middleware::from_fn_with_state(
            state.clone(),
            limited::around,
        ))
        .layer(CatchPanicLayer::custom(broke_off))
        .layer(middleware::from_fn_with_state(
            state.clone(),
            interrupted::around,
        ))
        .layer(RequestBodyTimeoutLayer::new(SILENCE))
        .layer(middleware::from_fn(in_time))
        .layer(middleware::from_fn_with_state(
            state.clone(),
            headers::around,
        ))
        // Outermost, so that pages of trouble are packed too; the second for browsers without Zstandard.
        .layer(middleware::from_fn(encoding::pack))
        .layer(
            CompressionLayer::new()
                .quality(CompressionLevel::Fastest)
                .compress_when(|_, _, headers: &HeaderMap, _: &_| encoding::is_page(headers)),
        )
        .with_state(state)
}

/// Lets a form carry as many files as a filing may have.
fn uploads(route: MethodRouter<State>) -> MethodRouter<State> {
    let files = usize::try_from(FILE_LIMIT).unwrap_or(usize::MAX);
    route.layer(DefaultBodyLimit::max(
        files.saturating_mul(FILES_AT_MOST).saturating_add(FORM),
    ))
}

/// Ends a request that takes too long.
async fn in_time(request: Request, next: Next) -> Response {
    let has_files = request
        .extensions()
        .get::<MatchedPath>()
        .is_some_and(|route| {
            let route = route.as_str();
            route.ends_with("/files") || route.ends_with("/uploads/{upload}")
        });
    let time = if has_files { TIME_WITH_FILES } else { TIME };
    match tokio::time::timeout(time, next.run(request)).await {
        Ok(response) => response,
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

/// A page that does not exist.
async fn nowhere(request: Request) -> Problem {
    Problem::new(Kind::NotFound).of(&arrival(request.extensions()))
}

/// A handler that panicked: a fault of the house, told without its inside. The page is put around it by
/// [`headers::around`].
#[expect(
    clippy::needless_pass_by_value,
    reason = "the layer hands the panic over"
)]
fn broke_off(panic: Box<dyn std::any::Any + Send>) -> Response {
    let cause = panic
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default();
    tracing::error!(%cause, "a handler broke off");
    StatusCode::INTERNAL_SERVER_ERROR.into_response()
}

async fn live() -> &'static str {
    "live\n"
}

async fn ready(Shared(state): Shared<State>) -> Response {
    let readiness = state.clerks.readiness().await;
    let status = if readiness == Readiness::Ready {
        StatusCode::OK
    } else {
        StatusCode::SERVICE_UNAVAILABLE
    };
    (status, format!("{}\n", readiness.as_str())).into_response()
}

async fn robots() -> &'static str {
    "User-agent: *\nDisallow: /*/track\nDisallow: /*/account\nDisallow: /*/desk\nDisallow: /*/calls\nDisallow: /*/admin\nDisallow: /*/file/\n"
}

async fn security(Shared(state): Shared<State>) -> Response {
    let Some(contact) = &state.settings.security_contact else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let country = state.clerks.country();
    let next_year = country.calendar.date_of(state.clerks.now()).year() + 1;
    format!(
        "Contact: {contact}\nExpires: {next_year}-01-01T00:00:00Z\nPreferred-Languages: ar, fr, en\n"
    )
    .into_response()
}
