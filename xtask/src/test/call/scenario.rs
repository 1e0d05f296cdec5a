//! What sipp does as a caller: rings, presses keys as tones (RFC 4733), waits until it is hung up on.

use std::fmt::Write as _;

/// A head of a request by the caller; `{}` stands for what differs.
const HEAD: &str = "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:+212600000001@[local_ip]:[local_port]>;tag=[pid]SIPp[call_number]
Call-ID: [call_id]
Contact: sip:caller@[local_ip]:[local_port]
Max-Forwards: 70";

/// What sipp takes for a key, in milliseconds.
const EACH: u32 = 600;

/// A scenario: keys, each group after so many seconds of listening; then the exchange hangs up.
pub(super) fn of(keys: &[(&str, u32)]) -> String {
    let end = "<recv request=\"BYE\"/>
<send><![CDATA[
SIP/2.0 200 OK
[last_Via:]
[last_From:]
[last_To:]
[last_Call-ID:]
[last_CSeq:]
Content-Length: 0

]]></send>";
    scenario(keys, end)
}

/// A scenario whose caller hangs up so many seconds after the last key.
pub(super) fn that_hangs_up(keys: &[(&str, u32)], seconds: u32) -> String {
    let mut end = String::new();
    pause(&mut end, seconds * 1000);
    // Writing into a text never fails.
    let _ = write!(
        end,
        "<send retrans=\"500\"><![CDATA[
BYE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
{HEAD}
To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
CSeq: 2 BYE
Content-Length: 0

]]></send>
<recv response=\"200\"/>"
    );
    scenario(keys, &end)
}

fn scenario(keys: &[(&str, u32)], end: &str) -> String {
    let mut acts = String::new();
    for (group, seconds) in keys {
        pause(&mut acts, seconds * 1000);
        // The tones that come with sipp as recordings bear the instants of one recording: an exchange takes none that is
        // older than the last. What sipp makes itself is whole in one go, lost where another begins meanwhile, and of type
        // 96 whatever was agreed. Writing into a text never fails.
        let _ = writeln!(
            acts,
            "<nop><action><exec play_dtmf=\"{group}\"/></action></nop>"
        );
        pause(
            &mut acts,
            EACH * (u32::try_from(group.len()).unwrap_or(0) + 1),
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>
<scenario name=\"caller\">
<send retrans=\"500\"><![CDATA[
INVITE sip:[service]@[remote_ip]:[remote_port] SIP/2.0
{HEAD}
To: <sip:[service]@[remote_ip]:[remote_port]>
CSeq: 1 INVITE
Content-Type: application/sdp
Content-Length: [len]

v=0
o=caller 1 1 IN IP[local_ip_type] [local_ip]
s=-
c=IN IP[media_ip_type] [media_ip]
t=0 0
m=audio [auto_media_port] RTP/AVP 0 96
a=rtpmap:0 PCMU/8000
a=rtpmap:96 telephone-event/8000
a=fmtp:96 0-15
]]></send>
<recv response=\"100\" optional=\"true\"/>
<recv response=\"180\" optional=\"true\"/>
<recv response=\"183\" optional=\"true\"/>
<recv response=\"200\"/>
<send><![CDATA[
ACK sip:[service]@[remote_ip]:[remote_port] SIP/2.0
{HEAD}
To: <sip:[service]@[remote_ip]:[remote_port]>[peer_tag_param]
CSeq: 1 ACK
Content-Length: 0

]]></send>
{acts}{end}
</scenario>
"
    )
}

fn pause(acts: &mut String, milliseconds: u32) {
    // Writing into a text never fails.
    let _ = writeln!(acts, "<pause milliseconds=\"{milliseconds}\"/>");
}
