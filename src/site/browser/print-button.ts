/** Buttons that open the print window; where no script runs they are not shown. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]'))
  button.addEventListener('click', () => window.print());
