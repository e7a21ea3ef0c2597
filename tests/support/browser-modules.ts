import { resolve } from 'node:path';
import { build } from 'vite';

/** Bundles one module as a browser imports it, so that tests run the real code: `<folder>/<name>.js`. */
export async function writeBrowserModule(entry: string, folder: string, name: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      lib: { entry: resolve(entry), formats: ['es'], fileName: () => `${name}.js` },
      outDir: folder,
      emptyOutDir: false,
    },
  });
}
