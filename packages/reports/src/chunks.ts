const chunkLength = 64 * 1024

/** Texts joined into chunks of about 64 kB, so that neither a file nor each of its lines is held or sent alone. */
export async function* chunksOf(texts: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let chunk = ''
  for await (const text of texts) {
    chunk += text
    if (chunk.length < chunkLength) continue
    yield Buffer.from(chunk)
    chunk = ''
  }
  if (chunk !== '') yield Buffer.from(chunk)
}
