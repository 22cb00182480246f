using System.IO.Enumeration;

namespace BedrockGateway.LocalAws.Lambda.Functions;

/// <summary>Who may invoke a function, as <c>AWS::Lambda::Permission</c> grants it.</summary>
/// <param name="Qualifier">Version or alias that it is for; <see langword="null"/> for the function without
/// one.</param>
/// <param name="Action">Such as <c>lambda:InvokeFunction</c>.</param>
/// <param name="Principal">Service, account or <c>*</c>.</param>
/// <param name="SourceArn">Pattern of the caller's ARN; <see langword="null"/> for any.</param>
/// <remarks>Ignores <c>SourceAccount</c> and <c>PrincipalOrgID</c>: there is one account.</remarks>
internal sealed record PolicyStatement(string? Qualifier, string Action, string Principal, string? SourceArn)
{
    private const int ArnParts = 6;

    public bool Permits(string? qualifier, string principal, string sourceArn) =>
        Qualifier == qualifier
        && (Action is "lambda:InvokeFunction" or "lambda:*")
        && (Principal == principal || Principal == "*")
        && (SourceArn is null || IsArnLike(SourceArn, sourceArn));

    // arn:partition:service:region:account:resource, each part matched on its own: no wildcard reaches across a colon.
    private static bool IsArnLike(string pattern, string arn)
    {
        var patterns = pattern.Split(':', ArnParts);
        var parts = arn.Split(':', ArnParts);
        return patterns.Length == parts.Length
            && patterns.Zip(parts).All(pair =>
                FileSystemName.MatchesSimpleExpression(pair.First, pair.Second, ignoreCase: false));
    }
}
