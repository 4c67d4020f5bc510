/** Phone numbers are personal data: in a log only the first two and last two digits remain, as in "+91*********01". */
export function maskPhoneNumber(phoneNumber: string | null): string {
  if (phoneNumber === null || phoneNumber === '') return 'withheld';
  const open = phoneNumber.startsWith('+') ? 3 : 2;
  if (phoneNumber.length <= open + 2) return '*'.repeat(phoneNumber.length);
  return phoneNumber.slice(0, open) + '*'.repeat(phoneNumber.length - open - 2) + phoneNumber.slice(-2);
}
