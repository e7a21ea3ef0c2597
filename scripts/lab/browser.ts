import { access } from 'node:fs/promises';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const INSTALLED = '/usr/bin/chromium';
/** Not the package's own list: its --single-process ends the whole browser when one page is closed. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
];

/** Starts a real headless Chromium: the installed one where there is one, else the one that came with npm. */
export async function openBrowser(): Promise<Browser> {
  const installed = await access(INSTALLED).then(
    () => true,
    () => false,
  );
  const executablePath = installed ? INSTALLED : await sparticuz.executablePath();
  // Without a locale of UTF-8 it calls every file with a Chinese name 「download」.
  const env = { ...process.env, LC_ALL: 'C.UTF-8' };
  return chromium.launch({ executablePath, args: ARGS, env });
}
