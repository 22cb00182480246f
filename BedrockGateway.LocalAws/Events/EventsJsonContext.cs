using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.Events.Operations;

namespace BedrockGateway.LocalAws.Events;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(NoContent))]
[JsonSerializable(typeof(FailedEntries))]
[JsonSerializable(typeof(RuleReference))]
[JsonSerializable(typeof(RuleDescription))]
[JsonSerializable(typeof(ListRules.Request), TypeInfoPropertyName = "ListRulesRequest")]
[JsonSerializable(typeof(ListRules.Response), TypeInfoPropertyName = "ListRulesResponse")]
[JsonSerializable(typeof(ListTargetsByRule.Request), TypeInfoPropertyName = "ListTargetsByRuleRequest")]
[JsonSerializable(typeof(ListTargetsByRule.Response), TypeInfoPropertyName = "ListTargetsByRuleResponse")]
[JsonSerializable(typeof(ListTargetsByRule.Item), TypeInfoPropertyName = "ListTargetsByRuleItem")]
[JsonSerializable(typeof(PutRule.Request), TypeInfoPropertyName = "PutRuleRequest")]
[JsonSerializable(typeof(PutRule.Response), TypeInfoPropertyName = "PutRuleResponse")]
[JsonSerializable(typeof(PutTargets.Request), TypeInfoPropertyName = "PutTargetsRequest")]
[JsonSerializable(typeof(PutTargets.Item), TypeInfoPropertyName = "PutTargetsItem")]
[JsonSerializable(typeof(PutTargets.Item[]), TypeInfoPropertyName = "PutTargetsItems")]
[JsonSerializable(typeof(ListTargetsByRule.Item[]), TypeInfoPropertyName = "ListTargetsByRuleItems")]
[JsonSerializable(typeof(RemoveTargets.Request), TypeInfoPropertyName = "RemoveTargetsRequest")]
internal sealed partial class EventsJsonContext : JsonSerializerContext;
