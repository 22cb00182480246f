using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>Functions that read parameters, resources and other stacks.</summary>
internal static class ReferenceFunctions
{
    public static JsonNode? Ref(Evaluator evaluator, JsonNode? argument) => argument is JsonValue name
        ? evaluator.Resolve(new(name.ToString(), null))
        : throw ValidationFault.Of("Template error: every Ref object must have a single String value.");

    public static JsonNode? GetAtt(Evaluator evaluator, JsonNode? argument) =>
        evaluator.Resolve(References.GetAtt(argument));

    public static JsonNode? ImportValue(Evaluator evaluator, JsonNode? argument) =>
        evaluator.Scope.Import(evaluator.Text(argument, "Fn::ImportValue"));
}
