// A recording: begun, paused, gone on with, heard again, five minutes at most.

export const LONGEST = 300;
const RATE = 24000;
const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
// Strokes of the wave form.
const STROKES = 60;

export const canRecord = () => Boolean(navigator.mediaDevices?.getUserMedia && globalThis.MediaRecorder);

// At most so many strokes, each the loudest of its part.
export function strokes(peaks, count = STROKES) {
  const size = Math.max(1, Math.ceil(peaks.length / count));
  const drawn = [];
  for (let at = 0; at < peaks.length; at += size) drawn.push(Math.max(...peaks.slice(at, at + size)));
  return drawn;
}

// Draws a wave form in the colour of the words.
export function draw(canvas, peaks) {
  const brush = canvas.getContext("2d");
  const { width, height } = canvas;
  brush.clearRect(0, 0, width, height);
  brush.fillStyle = getComputedStyle(canvas).color;
  const drawn = strokes(peaks);
  const step = width / STROKES;
  drawn.forEach((peak, at) => {
    const tall = Math.max(2, peak * height);
    brush.fillRect(at * step, (height - tall) / 2, step * 0.6, tall);
  });
}

// Records. `heard(seconds, peaks)` is told several times a second, `done(recording)` once.
export async function record({ heard, done }) {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const type = KINDS.find((kind) => MediaRecorder.isTypeSupported(kind));
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: RATE });
  const pieces = [];
  const peaks = [];
  const context = new AudioContext();
  const ear = context.createAnalyser();
  ear.fftSize = 1024;
  context.createMediaStreamSource(stream).connect(ear);
  const wave = new Float32Array(ear.fftSize);
  let spent = 0;
  let since = performance.now();
  const seconds = () => spent + (recorder.state === "recording" ? (performance.now() - since) / 1000 : 0);
  const timer = setInterval(() => {
    if (recorder.state !== "recording") return;
    ear.getFloatTimeDomainData(wave);
    peaks.push(Math.min(1, wave.reduce((most, each) => Math.max(most, Math.abs(each)), 0)));
    heard(seconds(), peaks);
    if (seconds() >= LONGEST) recorder.stop();
  }, 200);
  recorder.addEventListener("dataavailable", ({ data }) => {
    if (data.size > 0) pieces.push(data);
  });
  recorder.addEventListener("stop", async () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    context.close();
    const whole = new Blob(pieces, { type: recorder.mimeType });
    done({ bytes: await whole.arrayBuffer(), type: recorder.mimeType.split(";")[0], seconds: spent, peaks: strokes(peaks) });
  });
  recorder.start(1000);
  return {
    pause: () => {
      spent = seconds();
      recorder.pause();
    },
    resume: () => {
      since = performance.now();
      recorder.resume();
    },
    stop: () => {
      spent = seconds();
      recorder.stop();
    },
  };
}
