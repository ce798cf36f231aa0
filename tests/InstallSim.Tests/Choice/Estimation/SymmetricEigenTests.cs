using InstallSim.Choice.Estimation;
using MathNet.Numerics.LinearAlgebra;

namespace InstallSim.Tests.Choice.Estimation;

public sealed class SymmetricEigenTests
{
    [Test]
    public void Values_and_vectors_are_those_of_another_library([Values(1, 2, 5, 20)] int size)
    {
        double[,] matrix = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                matrix[i, j] = matrix[j, i] = Math.Sin((i * i) + (3 * j)) + (i == j ? 1 : 0);
            }
        }

        var found = new SymmetricEigen(matrix);
        Assert.That(found.Values, Is.Ordered);
        Assert.That(found.Values, Is.EqualTo(Matrix<double>.Build.DenseOfArray(matrix).Evd(Symmetricity.Symmetric).EigenValues
            .Select(v => v.Real).Order()).Within(1e-12));
        Matrix<double> vectors = Matrix<double>.Build.DenseOfArray(found.Vectors);
        Assert.That((vectors.Transpose() * vectors - Matrix<double>.Build.DenseIdentity(size)).L2Norm(), Is.LessThan(1e-13));
        Assert.That((Matrix<double>.Build.DenseOfArray(matrix) * vectors
            - (vectors * Matrix<double>.Build.DenseOfDiagonalArray(found.Values))).L2Norm(), Is.LessThan(1e-12));
    }

    [Test]
    public void A_value_of_a_singular_matrix_is_0_to_rounding() =>
        Assert.That(new SymmetricEigen(new double[,] { { 1, 1, 0 }, { 1, 1, 0 }, { 0, 0, 1 } }).Values,
            Is.EqualTo(new double[] { 0, 1, 2 }).Within(1e-15));
}
