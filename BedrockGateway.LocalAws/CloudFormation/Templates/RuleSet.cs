using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>Checks the <c>Rules</c> of a template, such as the bootstrap version that CDK asserts.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html
/// </remarks>
internal static class RuleSet
{
    /// <exception cref="AwsFault"><c>ValidationError</c>: an assertion fails; the text has its description.</exception>
    public static void Check(TemplateScope scope)
    {
        foreach (var (name, rule) in scope.Template.Rules)
        {
            if (rule?["RuleCondition"] is { } condition && !scope.Conditions.Evaluate(condition))
            {
                continue;
            }

            var failed = (rule?["Assertions"] as JsonArray ?? [])
                .FirstOrDefault(assertion => !scope.Conditions.Evaluate(assertion?["Assert"]));
            if (failed is not null)
            {
                var why = failed["AssertDescription"]?.ToString() ?? "assertion is false";
                throw ValidationFault.Of($"Template error: Rule {name} failed: {why}");
            }
        }
    }
}
