import { access } from 'node:fs/promises';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';

/** Starts a real headless Chromium: the installed one where there is one, else the one that came with npm. */
export async function openBrowser(): Promise<Browser> {
  const installed = await access(INSTALLED).then(
    () => true,
    () => false,
  );
  if (installed) return chromium.launch({ executablePath: INSTALLED, args: ['--no-sandbox'] });
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args });
}
