package org.apctck.reference.model;

import java.util.Arrays;
import org.apctck.reference.kernel.Choice;
import org.apctck.reference.kernel.ChoicePoint;

/** Answers "which of n?" and, turn by turn, gives every sequence of answers. */
public final class Odometer implements Choice {
    private int[] digits = new int[8];
    private int[] options = new int[8];
    private int length;
    private int position;

    /** Begins the next run with the same or the advanced answers. */
    public void rewind() {
        position = 0;
    }

    @Override
    public int choose(ChoicePoint point, int count) {
        if (position == length) {
            if (length == digits.length) {
                digits = Arrays.copyOf(digits, 2 * length);
                options = Arrays.copyOf(options, 2 * length);
            }
            digits[length] = 0;
            options[length++] = count;
        }
        return digits[position++];
    }

    /** Goes on to the next sequence of answers; false if there is none. */
    public boolean advance() {
        while (length > 0 && digits[length - 1] == options[length - 1] - 1) {
            length--;
        }
        if (length == 0) {
            return false;
        }
        digits[length - 1]++;
        return true;
    }

    /** How many answers the present run has had. */
    public int length() {
        return length;
    }

    /** Writes the answers of the present run to {@code answers}, from {@code position} on. */
    public void copyTo(int[] answers, int position) {
        System.arraycopy(digits, 0, answers, position, length);
    }
}
