/**
 * Counts the requests for files of a folder that did not succeed. Pagefind keeps silent when a part of its index
 * does not come, and then finds nothing, which reads as leave to build; what it asks the browser for can be watched.
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
      return response;
    } catch (error) {
      count();
      throw error;
    }
  };
  return () => failures;
}
