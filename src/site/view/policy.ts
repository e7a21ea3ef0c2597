/**
 * The content security policy of a page: own files only, no inline script or style. `wasm-unsafe-eval` is for the search
 * index, which is read by WebAssembly. `origins`: what else its script may ask, and nothing further.
 */
export function policyWith(origins: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join('; ');
}
