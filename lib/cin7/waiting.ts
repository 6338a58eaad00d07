/** Waiting for one's place among others, which whoever stops the execution need not wait out. */
import { cancelled } from './errors';

/**
 * The same promise, left at once when the signal is aborted. It goes on by itself, so it must see the signal too.
 * @throws Cin7Failure `cancelled`; whatever the promise is rejected with
 */
export function unlessStopped<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
	if (signal === undefined) return promise;
	return new Promise((resolve, reject) => {
		const stop = () => reject(cancelled());
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, { once: true });
		const leave = () => signal.removeEventListener('abort', stop);
		promise.then(resolve, reject).finally(leave);
	});
}
