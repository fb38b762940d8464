/** How messages become code; the same for the build, the development server and the type check. */
export const paraglide = {
	project: './src/lib/i18n/project.inlang',
	outdir: './src/lib/paraglide',
	strategy: ['cookie', 'baseLocale'],
	cookieName: 'locale',
	emitTsDeclarations: true,
};
