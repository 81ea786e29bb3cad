const address = /^[^\s<>@,;:"()[\]\\\p{Cc}]+@[^\s<>@,;:"()[\]\\\p{Cc}]+$/u

/** Whether the outbox takes it: one bare address of at most 254 characters. */
export const isAddress = (text: string): boolean => address.test(text) && text.length <= 254
