/** What makes two filings the same project: who leads it, and its name apart from spaces and punctuation. */
export function projectKey(leadName: string, name: string): string {
  return `${fold(leadName)}|${fold(name)}`;
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{S}]/gu, '');
}
