// A photo and a voice made on the spot, so that one tap is enough to try them.

export function samplePhoto(number) {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [800, 600];
  const pen = canvas.getContext("2d");
  const paint = (colour, ...shape) => { pen.fillStyle = colour; pen.fillRect(...shape); };
  paint("#b9d7ea", 0, 0, 800, 600);
  paint("#7a9e5b", 0, 330, 800, 270);
  paint("#c98d5a", 250 + 40 * number, 230, 300, 200);
  pen.fillStyle = "#8c3b2e";
  pen.beginPath();
  [[220, 240], [400, 120], [580, 240]].forEach(([x, y]) => pen.lineTo(x + 40 * number, y));
  pen.fill();
  paint("#5b3a26", 370 + 40 * number, 320, 60, 110);
  for (let wave = 0; wave < 9; wave += 1) {
    pen.fillStyle = wave % 2 ? "#8a6f4d" : "#9b8059";
    pen.beginPath();
    pen.moveTo(0, 600);
    for (let x = 0; x <= 800; x += 20) pen.lineTo(x, 390 + 24 * wave + 7 * Math.sin(x / 50 + wave + number));
    pen.lineTo(800, 600);
    pen.fill();
  }
  paint("rgba(0,0,0,.55)", 0, 548, 800, 52);
  pen.fillStyle = "#fff";
  pen.font = '34px Sarabun, "Noto Sans Thai", Loma, sans-serif';
  pen.fillText(`รูปตัวอย่าง ${number}: น้ำท่วมบ้าน`, 20, 586);
  return canvas.toDataURL("image/jpeg", 0.85);
}

// A wav of a low humming tone, 8 kHz, one byte a sample.
export function tone(seconds) {
  const rate = 8000;
  const count = rate * seconds;
  const data = new DataView(new ArrayBuffer(44 + count));
  const letters = (at, text) => [...text].forEach((letter, place) => data.setUint8(at + place, letter.charCodeAt(0)));
  letters(0, "RIFF"); data.setUint32(4, 36 + count, true); letters(8, "WAVEfmt ");
  data.setUint32(16, 16, true); data.setUint16(20, 1, true); data.setUint16(22, 1, true);
  data.setUint32(24, rate, true); data.setUint32(28, rate, true); data.setUint16(32, 1, true); data.setUint16(34, 8, true);
  letters(36, "data"); data.setUint32(40, count, true);
  for (let at = 0; at < count; at += 1) {
    const swell = 0.5 + 0.5 * Math.sin((2 * Math.PI * at) / rate / 0.7);
    data.setUint8(44 + at, 128 + 40 * swell * Math.sin((2 * Math.PI * 220 * at) / rate));
  }
  const bytes = new Uint8Array(data.buffer);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}
