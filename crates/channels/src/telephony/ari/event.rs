//! What the exchange tells: the events that the portal heeds, as Asterisk 22 sends them. Any other is passed over.

use serde::Deserialize;

/// An event of the application.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A channel came to the application: somebody calls, or somebody who was called answers.
    StasisStart {
        /// The channel.
        channel: Channel,
        /// What the dial plan or the request that called said.
        #[serde(default)]
        args: Vec<String>,
    },
    /// A channel left the application, mostly because it was hung up.
    StasisEnd {
        /// The channel.
        channel: Channel,
    },
    /// A channel is gone: whoever was called did not answer.
    ChannelDestroyed {
        /// The channel.
        channel: Channel,
    },
    /// A key was pressed and let go.
    ChannelDtmfReceived {
        /// The channel.
        channel: Channel,
        /// The key: `0` to `9`, `*`, `#`, `A` to `D`.
        digit: String,
    },
    /// What was to be played has ended: played, stopped or failed. A list ends with the state of its last file: one that is
    /// missing in between is told nowhere.
    PlaybackFinished {
        /// What was played.
        playback: Playback,
    },
    /// A recording was made.
    RecordingFinished {
        /// It.
        recording: Recording,
    },
    /// A recording could not be made.
    RecordingFailed {
        /// It.
        recording: Recording,
    },
    /// Another socket took the application. This one stays open and is told nothing more.
    ApplicationReplaced,
    /// Any other.
    #[serde(other)]
    Other,
}

/// One leg of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Channel {
    /// Its identifier.
    pub id: String,
    /// Who calls.
    #[serde(default)]
    pub caller: Caller,
}

/// Who calls, as the exchange was told.
#[derive(Clone, Default, PartialEq, Eq, Deserialize)]
pub struct Caller {
    /// The number; empty when it is withheld.
    #[serde(default)]
    pub number: String,
}

impl std::fmt::Debug for Caller {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Caller(hidden)")
    }
}

/// Something played.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Playback {
    /// The identifier that it was given.
    pub id: String,
    /// `channel:` and the identifier of the channel.
    #[serde(default)]
    pub target_uri: String,
    /// `done`, which proves nothing, or `failed`.
    #[serde(default)]
    pub state: String,
}

/// Something recorded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Recording {
    /// The name that it was given.
    pub name: String,
    /// `channel:` or `bridge:` and an identifier.
    #[serde(default)]
    pub target_uri: String,
    /// Seconds, silence included.
    #[serde(default)]
    pub duration: i64,
}

impl Event {
    /// Reads an event; what cannot be read is an event of no matter.
    pub fn read(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or(Self::Other)
    }

    /// The channel that it is about.
    pub fn channel(&self) -> Option<&str> {
        let target = match self {
            Self::StasisStart { channel, .. }
            | Self::StasisEnd { channel }
            | Self::ChannelDestroyed { channel }
            | Self::ChannelDtmfReceived { channel, .. } => return Some(&channel.id),
            Self::PlaybackFinished { playback } => &playback.target_uri,
            Self::RecordingFinished { recording } | Self::RecordingFailed { recording } => {
                &recording.target_uri
            }
            Self::ApplicationReplaced | Self::Other => return None,
        };
        target.strip_prefix("channel:")
    }
}
