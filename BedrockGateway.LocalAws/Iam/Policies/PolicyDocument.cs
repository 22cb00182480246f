using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Policies;

/// <summary>An identity-based policy.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html</remarks>
/// <param name="Source">The document as it was given.</param>
/// <param name="Statements">What it says.</param>
internal sealed record PolicyDocument(JsonNode Source, IReadOnlyList<Statement> Statements)
{
    /// <exception cref="AwsFault"><c>MalformedPolicyDocument</c> (400): it breaks the grammar.</exception>
    public static PolicyDocument Parse(JsonNode? document) => document?["Statement"] switch
    {
        JsonArray several => new(document, [.. several.Select(Statement.Parse)]),
        JsonObject one => new(document, [Statement.Parse(one)]),
        _ => throw Malformed,
    };

    public static AwsFault Malformed => new("MalformedPolicyDocument", "Syntax errors in policy.");

    /// <summary>What all policies of a role say together: a denial counts most, and silence denies.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
    /// </remarks>
    /// <exception cref="AwsFault"><c>NotImplemented</c> (501): a statement uses what is not evaluated here.</exception>
    public static Verdict Judge(IEnumerable<PolicyDocument> policies, AccessRequest request)
    {
        var verdict = Verdict.NotAllowed;
        foreach (var statement in policies.SelectMany(policy => policy.Statements).Where(one => one.Covers(request)))
        {
            if (!statement.IsAllow)
            {
                return Verdict.Denied;
            }

            verdict = Verdict.Allowed;
        }

        return verdict;
    }
}
