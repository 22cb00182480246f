using BedrockGateway.Api.Hosting;

namespace BedrockGateway.Api.Plans;

internal static class PlansRegistration
{
    public static void AddPlans(this WebApplicationBuilder builder, SettingsRegistration settings)
    {
        var resources = builder.Configuration.GetSection(ResourcesOptions.SectionName);
        if (PlanList.TryParse(resources["Plans"], resources["UsagePlanId"] ?? "") is { } plans)
        {
            builder.Services.AddSingleton(plans).AddSingleton<ModelRights>().AddSingleton<PlanMove>();
        }
        else
        {
            settings.Refuse("Plans is no JSON object of plans by name, the default first");
        }
    }
}
