/** Fetches a file of the site; anything but success is an error that names the file. */
export async function load(address: string, cache: RequestCache = 'default'): Promise<Response> {
  const response = await fetch(address, { cache });
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}

/** Remembers a success; after a failure the next call tries again. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/**
 * The content of a file that the site keeps packed, so that its size does not depend on what the host compresses.
 * Reading it rejects when the file is cut off or is something else.
 */
export function unpacked({ body }: Response): Response {
  return new Response(body?.pipeThrough(new DecompressionStream('gzip')));
}
