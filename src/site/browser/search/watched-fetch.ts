import { unpacked } from '../load.ts';

/**
 * Counts the requests for files of a folder that did not succeed. Pagefind keeps silent when a part of its index
 * @param folder whole address of the folder, with a slash at the end
 */
export function watchFailures(folder: string): () => number {
  const plain = globalThis.fetch;
  let failures = 0;
  globalThis.fetch = async (...given) => {
    const [asked] = given;
    const address = new URL(asked instanceof Request ? asked.url : asked, document.baseURI).href;
    if (!address.startsWith(folder)) return plain(...given);
    const count = (): void => {
      failures += 1;
    };
    try {
      const response = await plain(...given);
      if (!response.ok) count();
      else if (address.includes('.pf_')) await unpacked(response.clone()).arrayBuffer().catch(count);
      return response;
    } catch (error) {
      count();
      throw error;
    }
  };
  return () => failures;
}
