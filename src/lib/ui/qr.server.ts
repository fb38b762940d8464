import { create } from 'qrcode';

/** A QR code as one path: draw it in a square of `size` units, dark on light, with four units of quiet around it. */
export interface QrPath {
	size: number;
	path: string;
}

/** @param text what the code holds, e.g. an address; error correction M (15 % may be dirty or creased) */
export function qrPath(text: string): QrPath {
	const { modules } = create(text, { errorCorrectionLevel: 'M' });
	const { size } = modules;
	const rows = Array.from({ length: size }, (_, y) =>
		Array.from({ length: size }, (_, x) => (modules.get(y, x) ? `M${x} ${y}h1v1h-1z` : '')).join(''),
	);
	return { size, path: rows.join('') };
}
