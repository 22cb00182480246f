using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Ssm;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Reads and checks what a request wants a stack to become, before anything is touched.</summary>
internal sealed class StackTargetReader(
    TemplateSource source, ParameterStore ssm, HandlerCatalog handlers, AccountScope account)
{
    /// <summary>Reads the target of <c>CreateStack</c>, <c>UpdateStack</c> or <c>CreateChangeSet</c>.</summary>
    /// <param name="form">The request.</param>
    /// <param name="identity">The stack it is for.</param>
    /// <param name="previous">What the stack is now, <see langword="null"/> for a new one.</param>
    /// <exception cref="AwsFault"><c>ValidationError</c> or <c>InsufficientCapabilitiesException</c>, in
    /// CloudFormation's words.</exception>
    public StackTarget Read(QueryParameters form, StackIdentity identity, StackTarget? previous)
    {
        var template = Template.Parse(source.Read(form, previous));
        TemplateReferences.Check(template);
        RefuseTypeChanges(template, previous);

        var parameters = TemplateParameters.Resolve(template, Parameters(form), previous?.Parameters ?? [], ssm);
        var tags = form.Structures("Tags").Select(tag => new StackTag(tag["Key"] ?? "", tag["Value"] ?? "")).ToArray();
        var target = new StackTarget(
            template,
            parameters,
            tags.Length == 0 && previous is not null ? previous.Tags : tags,
            form.List("Capabilities"),
            form["RoleARN"] ?? previous?.RoleArn);

        var scope = ScopeOf(identity, target);
        RuleSet.Check(scope);
        DependencyOrder.Of(scope);
        handlers.CheckTypes(scope.ActiveResources);
        Capabilities.Check(scope.ActiveResources, target.Capabilities);
        return target;
    }

    public TemplateScope ScopeOf(StackIdentity identity, StackTarget target) =>
        new(target.Template, identity, target.Parameters, account);

    private static ParameterInput[] Parameters(QueryParameters form) =>
    [
        .. form.Structures("Parameters").Select(input => new ParameterInput(
            input["ParameterKey"] ?? throw ValidationFault.Of("Each Parameters member must have a ParameterKey."),
            input["ParameterValue"],
            input["UsePreviousValue"] is "true")),
    ];

    private static void RefuseTypeChanges(Template template, StackTarget? previous)
    {
        var before = previous?.Template.Resources;
        var changed = template.Resources.Values
            .Where(resource => (before?.GetValueOrDefault(resource.LogicalId) ?? resource).Type != resource.Type)
            .Select(resource => resource.LogicalId)
            .ToArray();
        if (changed.Length > 0)
        {
            throw ValidationFault.Of(
                "Update of resource type is not permitted. " +
                $"The new template modifies resource type of the following resources: [{string.Join(", ", changed)}]");
        }
    }
}
