namespace BedrockGateway.Infra.Packaging;

/// <summary>Whether an executable runs with the C library of Amazon Linux 2023.</summary>
internal static class Glibc
{
    private const string Prefix = "GLIBC_";

    private static readonly Version OfLambda = new(2, 34);

    /// <exception cref="PackagingException">It asks for a newer library.</exception>
    public static void Check(string executable)
    {
        var newest = ElfVersionNeeds.Read(File.ReadAllBytes(executable))
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => Version.TryParse(name[Prefix.Length..], out var version) ? version : null)
            .Max();
        if (newest > OfLambda)
        {
            throw new PackagingException(
                $"The native package needs glibc {newest} and Lambda has {OfLambda}, because this machine's is newer: "
                + "deploy from an older Linux, such as Amazon Linux 2023, or with LAMBDA_PACKAGE=managed.");
        }
    }
}
