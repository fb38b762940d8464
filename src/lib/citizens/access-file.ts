import { subjectAccessHtml, type SubjectAccess } from './subject-access.ts';

/** A file to be saved: never shown in the site itself, never kept by a cache, its name names nobody. */
export function accessFile(access: SubjectAccess, format: 'json' | 'html', locale: 'da' | 'en'): Response {
	const text = format === 'json' ? `${JSON.stringify(access, null, '\t')}\n` : subjectAccessHtml(access, locale);
	const type = format === 'json' ? 'application/json' : 'text/html';
	return new Response(text, {
		headers: {
			'content-type': `${type}; charset=utf-8`,
			'content-disposition': `attachment; filename="${locale === 'da' ? 'indsigt' : 'access'}.${format}"`,
			'cache-control': 'no-store',
		},
	});
}
