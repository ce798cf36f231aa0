using InstallSim.Choice.Kernels;

namespace InstallSim.Choice.Designs;

/// <summary>What sets weigh at a group of draws: L with L·L′ = diag(p) − p·p′, and products with it.</summary>
/// <param name="rows">Differences a set, J − 1.</param>
/// <param name="k">Coefficients.</param>
/// <param name="room">Room.</param>
internal sealed class SetLanes<T, TL>(int rows, int k, DrawRoom<T> room)
    where T : struct
    where TL : struct, ILanes<T>
{
    private const double Nothing = 1e-300; // a probability that is none

    /// <summary>
    /// Utilities less that of the last alternative, in <see cref="DrawRoom{T}.P"/>, become probabilities, and the factor is worked out:
    /// with r(j) the probability of what comes behind j, L(jj) = √(p(j)·r(j)/r(j − 1)), L(ij) = −p(i)·√(p(j)/(r(j − 1)·r(j))).
    /// </summary>
    public void Weigh(int set)
    {
        Span<T> p = room.P.AsSpan(set, rows);
        T most = TL.Broadcast(0);
        foreach (T utility in p)
        {
            most = TL.Max(utility, most);
        }

        T last = Elementary.Exp<T, TL>(TL.Subtract(TL.Broadcast(0), most)), sum = last;
        foreach (ref T utility in p)
        {
            utility = Elementary.Exp<T, TL>(TL.Subtract(utility, most));
            sum = TL.Add(sum, utility);
        }

        T behind = TL.Divide(last, sum), none = TL.Broadcast(Nothing), zero = TL.Broadcast(0);
        for (int j = rows - 1; j >= 0; j--)
        {
            p[j] = TL.Divide(p[j], sum);
            T before = TL.Add(behind, p[j]);
            T share = TL.Divide(p[j], TL.Max(before, none));
            room.Own[set + j] = TL.SquareRoot(TL.Multiply(share, behind));
            room.Below[set + j] = TL.SelectLess(none, behind, TL.SquareRoot(TL.Divide(share, TL.Max(behind, none))), zero);
            behind = before;
        }
    }

    /// <summary>Adds D′·L·L′·D, times a sign, to the lower triangle of a matrix; the utilities are those at the priors.</summary>
    public void Add(T[] priors, double[] table, int at, int sign, T[] target)
    {
        for (int a = 0; a < rows; a++)
        {
            T utility = TL.Broadcast(0);
            for (int i = 0; i < k; i++)
            {
                utility = table[at + (a * k) + i] is var x and not 0 ? TL.MultiplyAdd(priors[i], TL.Broadcast(x), utility) : utility;
            }

            room.P[a] = utility;
        }

        Weigh(0);
        Span<T> behind = room.Y.AsSpan(0, k), q = room.Variances;
        behind.Clear();
        for (int j = rows - 1; j >= 0; j--)
        {
            T own = room.Own[j], below = TL.Subtract(TL.Broadcast(0), room.Below[j]), p = room.P[j];
            for (int i = 0; i < k; i++)
            {
                T d = TL.Broadcast(table[at + (j * k) + i]);
                q[i] = TL.MultiplyAdd(below, behind[i], TL.Multiply(own, d));
                behind[i] = TL.MultiplyAdd(p, d, behind[i]);
            }

            AddSquare(q, table, at, sign, target);
        }
    }

    /// <summary>L′·G in place: the rows of a set, in <see cref="DrawRoom{T}.G"/>.</summary>
    public void CentreRows(int set, int count)
    {
        for (int c = 0; c < count; c++)
        {
            Centre(room.G, (set * count) + c, count, set);
        }
    }

    /// <summary>I + G·L in place, the sets one after the other.</summary>
    public void CentreColumns(int count)
    {
        for (int a = 0; a < count; a++)
        {
            for (int set = 0; set < count; set += rows)
            {
                Centre(room.G, (a * count) + set, 1, set);
            }

            room.G[(a * count) + a] = TL.Add(room.G[(a * count) + a], TL.Broadcast(1));
        }
    }

    /// <summary>diag V − Σ q² and the same with the price's column, q = (factor of <see cref="DrawRoom{T}.G"/>)⁻¹·L′·Y, Y in
    /// <see cref="DrawRoom{T}.Y"/>.</summary>
    /// <param name="count">Rows of Y.</param>
    /// <param name="price">Place of the price's coefficient; −1 when its column is not needed.</param>
    public void SubtractSquares(int count, int price)
    {
        T[] y = room.Y;
        for (int set = 0; set < count; set += rows)
        {
            for (int i = 0; i < k; i++)
            {
                Centre(y, (set * k) + i, k, set);
            }
        }

        for (int a = 0; a < count; a++)
        {
            for (int i = 0; i < k; i++)
            {
                T sum = y[(a * k) + i];
                for (int b = 0; b < a; b++)
                {
                    sum = TL.Subtract(sum, TL.Multiply(room.Lower[(a * count) + b], y[(b * k) + i]));
                }

                y[(a * k) + i] = sum = TL.Multiply(sum, room.Lower[(a * count) + a]);
                room.Variances[i] = TL.Subtract(room.Variances[i], TL.Multiply(sum, sum));
            }

            for (int i = 0; i < k && price >= 0; i++)
            {
                room.WithPrice[i] = TL.Subtract(room.WithPrice[i], TL.Multiply(y[(a * k) + i], y[(a * k) + price]));
            }
        }
    }

    /// <summary>L′·x in place, x of a set's rows, so far apart.</summary>
    private void Centre(T[] values, int at, int apart, int set)
    {
        T behind = TL.Broadcast(0);
        for (int j = rows - 1; j >= 0; j--)
        {
            T value = values[at + (j * apart)];
            values[at + (j * apart)] = TL.Subtract(TL.Multiply(room.Own[set + j], value), TL.Multiply(room.Below[set + j], behind));
            behind = TL.MultiplyAdd(room.P[set + j], value, behind);
        }
    }

    private void AddSquare(Span<T> q, double[] table, int at, int sign, T[] target)
    {
        for (int a = 0; a < k; a++)
        {
            if (!IsThere(table, at + a))
            {
                continue;
            }

            T scaled = TL.Multiply(q[a], TL.Broadcast(sign));
            for (int b = 0; b <= a; b++)
            {
                target[(a * k) + b] = TL.MultiplyAdd(scaled, q[b], target[(a * k) + b]);
            }
        }
    }

    /// <summary>Whether some difference of a set is not 0 in a variable.</summary>
    private bool IsThere(double[] table, int at)
    {
        for (int a = 0; a < rows; a++)
        {
            if (table[at + (a * k)] != 0)
            {
                return true;
            }
        }

        return false;
    }
}
