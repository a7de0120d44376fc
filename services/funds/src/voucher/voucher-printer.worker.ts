import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import pdfmake from 'pdfmake';
import { voucherDocument, voucherFont, type PrintedVoucher } from './voucher-document.ts';

/** Lays vouchers out as PDF beside the service's own thread, which goes on answering; posts the file's bytes. */
const fonts = createRequire(import.meta.url);
const font = (weight: string) => fonts.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`);

const files = { normal: font('400Regular'), bold: font('700Bold') };
pdfmake.setFonts({ [voucherFont]: files });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => Object.values(files).includes(path));

const document = voucherDocument(workerData as readonly PrintedVoucher[]);
const bytes = new Uint8Array(await pdfmake.createPdf(document).getBuffer());
parentPort?.postMessage(bytes, [bytes.buffer]);
