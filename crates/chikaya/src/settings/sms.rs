//! What the section `[sms]` says: the gateway, the terms on which short messages leave, and how the gateway is known when it
//! calls.

use anyhow::{anyhow, bail, ensure};
use chikaya_channels::sms::{Gateway, GatewaySettings, Protocol};
use chikaya_domain::sms::QuietHours;
use chikaya_service::{sms::SmsTerms, webhook::WebhookSecret};
use chikaya_web::{IpNet, SmsHook, SmsProof};

use super::{Settings, SmsGateway, network::network};

/// Shortest word by which a gateway is known, in bytes.
const TOKEN_SHORTEST: usize = 20;

/// Everything that is wrong with the section.
pub(crate) fn faults(settings: &Settings) -> Vec<anyhow::Error> {
    if settings.sms.gateway == SmsGateway::None {
        return Vec::new();
    }
    [
        gateway(settings).map(drop),
        terms(settings).map(drop),
        hook(settings).map(drop),
    ]
    .into_iter()
    .filter_map(Result::err)
    .collect()
}

/// The gateway, if there is one.
pub(crate) fn gateway(settings: &Settings) -> anyhow::Result<Option<Gateway>> {
    let sms = &settings.sms;
    let protocol = match sms.gateway {
        SmsGateway::None => return Ok(None),
        SmsGateway::Kannel => Protocol::Kannel {
            user: sms.user.clone(),
            password: Settings::secret("sms.secret_file", &sms.secret_file)?,
        },
        SmsGateway::Signed => Protocol::Signed(secret(settings)?),
    };
    let name = sms.gateway.as_str();
    let report = sms
        .report
        .then(|| format!("{}/hooks/sms/{name}/report", settings.portal()));
    Gateway::new(&GatewaySettings {
        url: sms.url.clone(),
        protocol,
        from: sms.from.clone(),
        report,
        timeout_seconds: sms.timeout_seconds,
    })
    .map(Some)
    .map_err(|error| anyhow!("sms.{error}"))
}

fn secret(settings: &Settings) -> anyhow::Result<WebhookSecret> {
    let written = Settings::secret("sms.secret_file", &settings.sms.secret_file)?;
    WebhookSecret::parse(&written).map_err(|error| anyhow!("sms.secret_file: {error}"))
}

/// On which terms short messages leave, if there is a gateway.
pub(crate) fn terms(settings: &Settings) -> anyhow::Result<Option<SmsTerms>> {
    let sms = &settings.sms;
    if sms.gateway == SmsGateway::None {
        return Ok(None);
    }
    let quiet = match sms.quiet.trim() {
        "" => None,
        hours => Some(
            hours
                .parse::<QuietHours>()
                .map_err(|error| anyhow!("sms.quiet: {hours:?} is {error}"))?,
        ),
    };
    ensure!(sms.a_day >= 1, "sms.a_day must be 1 or more");
    Ok(Some(SmsTerms {
        quiet,
        a_day: sms.a_day,
        price: price(&sms.price)?,
    }))
}

/// A price in dirhams, in thousandths.
fn price(text: &str) -> anyhow::Result<Option<u32>> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let wrong = || anyhow!("sms.price: {text:?} is no price such as \"0.045\"");
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
    if whole.is_empty() || part.len() > 3 || !is_number(whole) || !is_number(part) {
        return Err(wrong());
    }
    let whole: u32 = whole.parse().map_err(|_| wrong())?;
    let part: u32 = format!("{part:0<3}").parse().map_err(|_| wrong())?;
    whole
        .checked_mul(1_000)
        .and_then(|whole| whole.checked_add(part))
        .map(Some)
        .ok_or_else(wrong)
}

/// How the gateway is known when it calls; `None` where nothing is taken from one.
pub(crate) fn hook(settings: &Settings) -> anyhow::Result<Option<SmsHook>> {
    let sms = &settings.sms;
    let proof = match sms.gateway {
        SmsGateway::None => return Ok(None),
        SmsGateway::Signed => SmsProof::Signature(secret(settings)?),
        SmsGateway::Kannel if sms.token_file.as_os_str().is_empty() => SmsProof::ReportsAlone,
        SmsGateway::Kannel => {
            let token = Settings::secret("sms.token_file", &sms.token_file)?;
            if token.len() < TOKEN_SHORTEST {
                bail!("sms.token_file: a word of {TOKEN_SHORTEST} signs at least");
            }
            SmsProof::Token(token)
        }
    };
    let allowed: Vec<IpNet> = sms
        .allowed
        .iter()
        .map(|from| network("sms.allowed", from))
        .collect::<anyhow::Result<_>>()?;
    ensure!(
        !allowed.is_empty(),
        "sms.allowed names nobody: where does the gateway call from?"
    );
    Ok(Some(SmsHook {
        name: sms.gateway.as_str(),
        proof,
        allowed,
    }))
}

#[cfg(test)]
mod tests {
    use super::price;

    #[test]
    fn a_price_is_kept_in_thousandths() {
        for (text, thousandths) in [
            ("", None),
            ("0.045", Some(45)),
            ("0.12", Some(120)),
            ("1", Some(1_000)),
            ("2.5", Some(2_500)),
        ] {
            assert_eq!(price(text).unwrap(), thousandths, "{text}");
        }
        for text in ["free", "0,12", "-1", ".", "0.0455", "99999999"] {
            assert!(price(text).is_err(), "{text}");
        }
    }
}
