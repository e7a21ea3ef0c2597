import { defineCommand, runMain } from 'citty';

/** The one command-line entry: a file for each subcommand, loaded when it is called. */
const main = defineCommand({
  meta: { name: 'registry', description: '数智金水项目登记库' },
  subCommands: {
    check: () => import('./commands/check.ts').then((module) => module.checkCommand),
    generate: () => import('./commands/generate.ts').then((module) => module.generateCommand),
    route: () => import('./commands/route.ts').then((module) => module.routeCommand),
  },
});

await runMain(main);
