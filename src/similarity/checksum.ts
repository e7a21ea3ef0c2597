/** 64 bits over the characters of a text, in hexadecimal: against damage, not against forgery. */
export function checksum(text: string): string {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    first = Math.imul(first ^ code, 0x9e3779b1);
    second = Math.imul(second ^ code, 0x5f356495);
  }
  const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
  return hex(first ^ (second >>> 16)) + hex(second ^ (first >>> 13));
}
