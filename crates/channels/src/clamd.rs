//! The malware scanner: clamd, to which files are streamed.

use std::{io, path::PathBuf, time::Duration};

use chikaya_service::seam::{NoVerdict, Pieces, Scanning, Verdict};
use futures_util::StreamExt as _;
use thiserror::Error;
use tokio::{
    io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _},
    net::TcpStream,
    time::timeout,
};

/// Longest time until clamd is reached.
const TO_REACH: Duration = Duration::from_secs(5);

/// Longest time for one file, from the first byte to the verdict.
const FOR_A_FILE: Duration = Duration::from_mins(2);

/// Longest answer that is read, in bytes.
const ANSWER: u64 = 4_096;

/// Where clamd listens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clamd {
    /// A socket of the file system.
    Socket(PathBuf),
    /// Host and port.
    Host(String),
}

/// An address that is none of clamd.
#[derive(Debug, Error)]
#[error("{0:?} is neither unix:/path/to/socket nor tcp:host:port")]
pub struct NoAddress(String);

trait Line: AsyncRead + AsyncWrite + Unpin + Send {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send> Line for T {}

impl Clamd {
    /// Reads an address: `unix:/run/clamav/clamd.ctl` or `tcp:127.0.0.1:3310`.
    pub fn parse(address: &str) -> Result<Self, NoAddress> {
        let wrong = || NoAddress(address.to_owned());
        if let Some(path) = address.strip_prefix("unix:") {
            let path = PathBuf::from(path);
            return path
                .is_absolute()
                .then_some(Self::Socket(path))
                .ok_or_else(wrong);
        }
        let host = address.strip_prefix("tcp:").ok_or_else(wrong)?;
        let has_port = host
            .rsplit_once(':')
            .is_some_and(|(name, port)| !name.is_empty() && port.parse::<u16>().is_ok());
        has_port
            .then(|| Self::Host(host.to_owned()))
            .ok_or_else(wrong)
    }

    /// Looks at a file.
    pub fn scan(&self, pieces: Pieces) -> Scanning {
        let clamd = self.clone();
        Box::pin(async move {
            let looked = timeout(FOR_A_FILE, clamd.look_at(pieces)).await;
            looked.unwrap_or_else(|_| Err(NoVerdict("clamd takes too long".to_owned())))
        })
    }

    /// Whether clamd answers, and which version with which signatures it is.
    pub async fn version(&self) -> Result<String, NoVerdict> {
        let asked = async {
            let mut line = self.reach().await?;
            line.write_all(b"zVERSION\0").await?;
            answer(&mut line).await
        };
        match timeout(TO_REACH, asked).await {
            Ok(said) => said.map_err(|error| NoVerdict(error.to_string())),
            Err(_) => Err(NoVerdict("clamd does not answer".to_owned())),
        }
    }

    async fn look_at(&self, mut pieces: Pieces) -> Result<Verdict, NoVerdict> {
        let failed = |error: io::Error| NoVerdict(error.to_string());
        let mut line = match timeout(TO_REACH, self.reach()).await {
            Ok(line) => line.map_err(failed)?,
            Err(_) => return Err(NoVerdict("clamd cannot be reached".to_owned())),
        };
        line.write_all(b"zINSTREAM\0").await.map_err(failed)?;
        let mut broken = None;
        while let Some(piece) = pieces.next().await {
            let piece = piece.map_err(|error| NoVerdict(error.to_string()))?;
            if let Err(error) = send(&mut line, &piece).await {
                // It says why it stopped listening.
                broken = Some(error);
                break;
            }
        }
        if broken.is_none()
            && let Err(error) = line.write_all(&[0; 4]).await
        {
            broken = Some(error);
        }
        let said = answer(&mut line).await.map_err(failed)?;
        match (read(&said), broken) {
            (Ok(Verdict::Clean), Some(error)) => Err(failed(error)),
            (verdict, _) => verdict,
        }
    }

    async fn reach(&self) -> io::Result<Box<dyn Line>> {
        Ok(match self {
            #[cfg(unix)]
            Self::Socket(path) => Box::new(tokio::net::UnixStream::connect(path).await?),
            #[cfg(not(unix))]
            Self::Socket(_) => return Err(io::ErrorKind::Unsupported.into()),
            Self::Host(host) => Box::new(TcpStream::connect(host.as_str()).await?),
        })
    }
}

/// Sends a piece with its length before it. A piece of nothing would end the file.
async fn send(line: &mut Box<dyn Line>, piece: &[u8]) -> io::Result<()> {
    if piece.is_empty() {
        return Ok(());
    }
    let length = u32::try_from(piece.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    line.write_all(&length.to_be_bytes()).await?;
    line.write_all(piece).await
}

async fn answer(line: &mut Box<dyn Line>) -> io::Result<String> {
    let mut said = Vec::new();
    line.take(ANSWER).read_to_end(&mut said).await?;
    let said = String::from_utf8_lossy(&said);
    Ok(said.trim_matches(['\0', '\n', ' ']).to_owned())
}

/// What an answer says: `stream: OK`, `stream: Name FOUND`, and everything else is no verdict.
fn read(said: &str) -> Result<Verdict, NoVerdict> {
    let verdict = said.strip_prefix("stream: ");
    if verdict == Some("OK") {
        return Ok(Verdict::Clean);
    }
    match verdict.and_then(|verdict| verdict.strip_suffix(" FOUND")) {
        Some(name) => Ok(Verdict::Found(name.to_owned())),
        None => Err(NoVerdict(format!("clamd says {said:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_and_others_are_refused() {
        assert_eq!(
            Clamd::parse("unix:/run/clamav/clamd.ctl").unwrap(),
            Clamd::Socket(PathBuf::from("/run/clamav/clamd.ctl"))
        );
        assert_eq!(
            Clamd::parse("tcp:localhost:3310").unwrap(),
            Clamd::Host("localhost:3310".to_owned())
        );
        for wrong in [
            "",
            "/run/clamd",
            "unix:clamd",
            "tcp:localhost",
            "tcp::3310",
            "tcp:h:x",
        ] {
            assert!(Clamd::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn nothing_but_ok_is_clean() {
        assert_eq!(read("stream: OK").unwrap(), Verdict::Clean);
        assert_eq!(
            read("stream: Win.Test.EICAR_HDB-1 FOUND").unwrap(),
            Verdict::Found("Win.Test.EICAR_HDB-1".to_owned())
        );
        for said in [
            "",
            "OK",
            "stream: OK FOUNDER",
            "INSTREAM size limit exceeded. ERROR",
        ] {
            assert!(read(said).is_err(), "{said}");
        }
    }
}
