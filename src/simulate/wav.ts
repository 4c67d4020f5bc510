/** A tone of one to five seconds, 8 kHz, mono, 16 bits; the name decides which, so the same link always sounds the same. */
export function wavOf(name: string): Buffer {
  const hash = hashOf(name);
  const samples = new Int16Array(SAMPLE_RATE * (1 + (hash % 5)));
  const hertz = 220 + (hash % 13) * 40;
  for (let index = 0; index < samples.length; index++) {
    const loudness = Math.min(1, index / 400, (samples.length - index) / 400);
    const wave = Math.sin((2 * Math.PI * hertz * index) / SAMPLE_RATE);
    samples[index] = Math.round(wave * loudness * 8_000);
  }
  return wavFile(samples);
}

/** The samples as a WAV of 8 kHz, mono, 16 bits: what telephones sound like. */
export function wavFile(samples: Int16Array): Buffer {
  const file = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  writeHeader(file, samples.length * 2);
  samples.forEach((sample, index) => void file.writeInt16LE(sample, HEADER_BYTES + index * 2));
  return file;
}

/** FNV-1a. */
export function hashOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const letter of Buffer.from(name)) hash = Math.imul(hash ^ letter, 0x01000193) >>> 0;
  return hash;
}

export const SAMPLE_RATE = 8_000;
const HEADER_BYTES = 44;

function writeHeader(file: Buffer, dataBytes: number): void {
  file.write('RIFF', 0);
  file.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20); // PCM
  file.writeUInt16LE(1, 22); // mono
  file.writeUInt32LE(SAMPLE_RATE, 24);
  file.writeUInt32LE(SAMPLE_RATE * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36);
  file.writeUInt32LE(dataBytes, 40);
}
