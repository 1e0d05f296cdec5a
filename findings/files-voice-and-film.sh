#!/usr/bin/env bash
# Guess: sound and short films as telephones record them are known by every library that knows file types.
# Instead: Rust's infer calls an AMR-WB voice note a shell script (its first bytes are "#!"), and does not know an
# MP3 at 8 kHz, the rate of telephone lines, nor 3GP and 3G2; PyPI filetype misses the same MP3 and AMR-WB. A
# recording that an app wrote as MP4 without any picture is "video/mp4" to all four, and the 3GP of a voice recorder
# "video/3gpp".
# Who meets it: people who speak instead of write, on older telephones, and the call centre's recordings. These
# beginnings must be known to the portal itself, and whether a film has a picture is told by its tracks alone.
. "$(dirname "$0")/lib.sh"
debian ffmpeg libvo-amrwbenc0
more_pypi=()
. "$(dirname "$0")/detect.sh"
cat >"$place/amr.py" <<'P'
import ctypes, math, sys
encoder = ctypes.CDLL("libvo-amrwbenc.so.0")
encoder.E_IF_init.restype = ctypes.c_void_p
state, frame = ctypes.c_void_p(encoder.E_IF_init()), (ctypes.c_ubyte * 64)()
with open(sys.argv[1], "wb") as file:
    file.write(b"#!AMR-WB\n")
    for start in range(0, 16000, 320):
        tone = [int(8000 * math.sin(2 * math.pi * 440 * at / 16000)) for at in range(start, start + 320)]
        size = encoder.E_IF_encode(state, 2, (ctypes.c_short * 320)(*tone), frame, 0)
        file.write(bytes(frame[:size]))
P
cd "$place"
"$python" amr.py voice-wideband.amr
sound=(-f lavfi -i sine=duration=1) film=(-f lavfi -i testsrc=duration=1:size=176x144:rate=10)
make() { ffmpeg -v error "$@"; }
make "${sound[@]}" -ar 8000 -ac 1 -c:a libmp3lame -id3v2_version 0 -write_xing 0 call-8khz.mp3
make "${sound[@]}" -ar 16000 -ac 1 -c:a libmp3lame -id3v2_version 0 -write_xing 0 call-16khz.mp3
make "${sound[@]}" -c:a libopus voice.opus
make "${sound[@]}" -c:a aac voice.m4a
make "${sound[@]}" -c:a aac voice.mp4
make "${sound[@]}" -c:a aac voice.3gp
make "${film[@]}" -c:v mpeg4 film.3gp
make "${film[@]}" -c:v mpeg4 film.3g2
for file in voice-wideband.amr call-8khz.mp3; do
  echo "$file: decodes as $(ffprobe -v error -show_entries stream=codec_name,sample_rate -of csv=p=0 "$file")"
done >seen
kinds voice-wideband.amr call-8khz.mp3 call-16khz.mp3 voice.opus voice.m4a voice.mp4 voice.3gp film.3gp film.3g2 >>seen
expect <<'S'
voice-wideband.amr: decodes as amr_wb,16000
call-8khz.mp3: decodes as mp3,8000
voice-wideband.amr: infer text/x-shellscript, libmagic audio/amr, filetype -, file-type audio/amr
call-8khz.mp3: infer -, libmagic audio/mpeg, filetype -, file-type audio/mpeg
call-16khz.mp3: infer audio/mpeg, libmagic audio/mpeg, filetype audio/mpeg, file-type audio/mpeg
voice.opus: infer audio/opus, libmagic audio/ogg, filetype audio/ogg, file-type audio/ogg; codecs=opus
voice.m4a: infer audio/m4a, libmagic audio/x-m4a, filetype audio/mp4, file-type audio/x-m4a
voice.mp4: infer video/mp4, libmagic video/mp4, filetype video/mp4, file-type video/mp4
voice.3gp: infer -, libmagic video/3gpp, filetype video/mp4, file-type video/3gpp
film.3gp: infer -, libmagic video/3gpp, filetype video/mp4, file-type video/3gpp
film.3g2: infer -, libmagic video/3gpp2, filetype video/mp4, file-type video/3gpp2
S
